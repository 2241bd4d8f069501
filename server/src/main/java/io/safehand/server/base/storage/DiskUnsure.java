package io.safehand.server.base.storage;

/** A disk did not confirm a write earlier, so nothing is accepted before a restart. Nothing of this act was done. */
public final class DiskUnsure extends RuntimeException {
  private static final long serialVersionUID = 1;

  DiskUnsure() {
    super("a disk did not confirm a write: nothing more is accepted before a restart");
  }
}
