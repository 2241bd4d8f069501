package io.safehand.server.custody.consent;

/** Somebody is said to have answered to a notice that this purpose never had. Nothing was recorded. */
public final class NoticeUnknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoticeUnknown() {
    super("the purpose has no notice of this hash");
  }
}
