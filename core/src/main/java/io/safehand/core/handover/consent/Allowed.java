package io.safehand.core.handover.consent;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of a receipt may be; anything else contradicts the format. */
final class Allowed {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .:/_()-]{0,119}");
  private static final int LONGEST_NAME = 200;

  private Allowed() {}

  static void oneOf(Set<String> known, String value) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException("a receipt has a code that is not known");
    }
  }

  static void codes(List<String> values) {
    values.forEach(Allowed::code);
  }

  static void code(String value) {
    if (!CODE.matcher(value).matches()) {
      throw new IllegalArgumentException("a receipt has a text where a code stands");
    }
  }

  static void name(String value) {
    if (value.isBlank() || value.length() > LONGEST_NAME || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a receipt has a name that is none");
    }
  }
}
