package io.safehand.core.custody.keys;

/** A new index epoch came into use while tags were made with the one before: make them again. */
final class EpochChanged extends RuntimeException {
  private static final long serialVersionUID = 1;

  EpochChanged() {
    super("a new index epoch is in use; tag again");
  }
}
