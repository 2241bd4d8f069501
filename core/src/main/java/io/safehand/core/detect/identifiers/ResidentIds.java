package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/**
 * Resident identity numbers after GB 11643: 18 characters with the check of ISO 7064 MOD 11-2, or the old 15 digits,
 * which normalise to 18. Residence permits of people from Hong Kong, Macao and Taiwan (81, 82, 83) and the 18-digit
 * permanent residence number of foreigners (9…) share form and check.
 */
public final class ResidentIds {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private final boolean[] provinces = new boolean[100];
  private final Calendar calendar = new Calendar();
  private final Plain plain = new Plain();

  public ResidentIds() {
    int[] known = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
      52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91};
    for (int province : known) {
      provinces[province] = true;
    }
  }

  CheckResult check(String value) {
    if (plain.scientific(value)) {
      return new Damaged("id.scientific");
    }
    String id = plain.code(value);
    if (id.length() != 18 && id.length() != 15) {
      return new Damaged("id.length");
    }
    if (!plain.digits(id, 0, id.length() - 1) || last(id) < 0) {
      return new Damaged("id.characters");
    }
    return id.length() == 18 ? eighteen(id) : fifteen(id);
  }

  private CheckResult eighteen(String id) {
    if (checkCharacter(id) != id.charAt(17)) {
      return new Damaged(plain.rounded(id) ? "id.precision" : "id.checksum");
    }
    if (!province(id)) {
      return new Damaged("id.province");
    }
    return calendar.exists(id, 6) ? new Valid(id) : new Damaged("id.date");
  }

  private CheckResult fifteen(String id) {
    if (!province(id)) {
      return new Damaged("id.province");
    }
    String longer = id.substring(0, 6) + "19" + id.substring(6);
    return calendar.exists(longer, 6) ? new Valid(longer + checkCharacter(longer)) : new Damaged("id.date");
  }

  private static int last(String id) {
    char c = id.charAt(id.length() - 1);
    return c >= '0' && c <= '9' ? c - '0' : c == 'X' && id.length() == 18 ? 10 : -1;
  }

  /** Whether 18 characters, all digits but perhaps the last, are a number that was issued in this form. */
  public boolean valid18(CharSequence id) {
    return province(id) && calendar.exists(id, 6) && checkCharacter(id) == id.charAt(17);
  }

  /** Whether 18 digits have the province and the day of a resident id, whatever their check. */
  public boolean dated18(CharSequence id) {
    return province(id) && calendar.exists(id, 6);
  }

  public boolean valid15(CharSequence id) {
    int year = 1900 + calendar.number(id, 6, 8);
    return province(id) && calendar.exists(year, calendar.number(id, 8, 10), calendar.number(id, 10, 12));
  }

  /** A number of foreigners begins with 9, then the province that issued it. */
  private boolean province(CharSequence id) {
    return provinces[calendar.number(id, 0, 2)]
        || id.charAt(0) == '9' && provinces[calendar.number(id, 1, 3)];
  }

  private static char checkCharacter(CharSequence id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (id.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
