package io.safehand.core.custody;

/** There is no such person in this vault: never there, or gone. Which of the two is not told. */
public final class UnknownPerson extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownPerson() {
    super("there is no such person in this vault");
  }
}
