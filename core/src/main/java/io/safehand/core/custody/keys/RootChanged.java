package io.safehand.core.custody.keys;

/** Another root came into use between two looks at the database. Nothing is wrong: begin the act again. */
final class RootChanged extends RuntimeException {
  private static final long serialVersionUID = 1;

  RootChanged() {
    super("the root of this key tree has just changed; begin again");
  }
}
