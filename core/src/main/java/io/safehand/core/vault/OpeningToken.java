package io.safehand.core.vault;

/**
 * Shown with every opening, so that every place that opens sealed data can be found.
 *
 * <p>Only a class in {@code io.safehand.core.custody} can be one; any other subclass is refused with
 * {@link IllegalCallerException}. This guards against mistakes, not against hostile code in the same process.
 */
public abstract class OpeningToken {
  private static final String CUSTODY = "io.safehand.core.custody";

  protected OpeningToken() {
    if (!getClass().getPackageName().equals(CUSTODY)) {
      throw new IllegalCallerException("only " + CUSTODY + " opens sealed data");
    }
  }
}
