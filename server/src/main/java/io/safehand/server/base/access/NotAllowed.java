package io.safehand.server.base.access;

/** The account has no role in this company that may do this. Nothing was done. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotAllowed() {
    super("this account has no role in this company that may do this");
  }
}
