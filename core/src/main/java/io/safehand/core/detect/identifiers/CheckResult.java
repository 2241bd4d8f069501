package io.safehand.core.detect.identifiers;

/**
 * What a check says about one value. Reasons are stable dotted codes such as {@code card.checksum}; they never
 * contain a part of the value, and neither does {@link #toString()}.
 */
public sealed interface CheckResult {

  /** The value has the shape of its category and every check it carries holds. */
  record Valid(String normalised) implements CheckResult {
    @Override
    public String toString() {
      return "Valid[•••]";
    }
  }

  /** The value may be used, but something about it deserves a look: a failed check that only warns, an unknown segment. */
  record Doubtful(String reason, String normalised) implements CheckResult {
    @Override
    public String toString() {
      return "Doubtful[" + reason + ", •••]";
    }
  }

  /** The value is not one of its category and must not be guessed back into one. */
  record Damaged(String reason) implements CheckResult {}
}
