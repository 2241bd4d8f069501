package io.safehand.core.custody.upload;

/** More was sent than is taken; nothing of it is kept. */
public final class UploadTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  UploadTooLarge(long mostBytes) {
    super("more than " + mostBytes + " bytes");
  }
}
