package io.safehand.server.custody.disclosure;

/** The account has no role in this company that sees customers. Nothing was opened. */
public final class NotPermitted extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotPermitted() {
    super("this account has no role that sees customers of this company");
  }
}
