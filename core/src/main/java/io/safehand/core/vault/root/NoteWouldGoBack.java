package io.safehand.core.vault.root;

/** A checkpoint note of a smaller log was to replace that of a larger one. */
public final class NoteWouldGoBack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoteWouldGoBack(long kept, long offered) {
    super("the kept checkpoint covers " + kept + " lines, the offered one " + offered);
  }
}
