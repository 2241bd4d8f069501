package io.safehand.server.custody.records;

/** Another import of this company is not over; nothing of this one was begun. */
public final class ImportUnderWay extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImportUnderWay() {
    super("another import of this company is not over");
  }
}
