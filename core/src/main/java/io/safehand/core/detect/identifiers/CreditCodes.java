package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/**
 * Unified social credit codes (GB 32100, 18 characters, two checks) and the organisation codes inside them (GB 11714,
 * 9 characters). Codes with a wrong check are in real use, so a failed check warns only.
 */
public final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
  private final Plain plain = new Plain();

  CheckResult check(String value) {
    if (plain.scientific(value)) {
      return new Damaged("credit_code.scientific");
    }
    String code = plain.code(value);
    if (code.length() != 18 && code.length() != 9) {
      return new Damaged("credit_code.length");
    }
    if (!shaped(code, code.length())) {
      return new Damaged("credit_code.characters");
    }
    boolean good = code.length() == 18 ? valid(code) : organisation(code, 0);
    return good ? new Valid(code) : new Doubtful("credit_code.checksum", code);
  }

  /** Eighteen characters of the alphabet, digits from the third to the eighth; or nine of digits and capitals. */
  public boolean shaped(CharSequence code, int length) {
    for (int i = 0; i < length; i++) {
      char c = code.charAt(i);
      boolean good = length == 9 ? c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' : ALPHABET.indexOf(c) >= 0;
      if (!good) {
        return false;
      }
    }
    return length == 9 || plain.digits(code, 2, 8);
  }

  /** Whether it begins like a code: who registered it, the kind, and a province. */
  public boolean placed(CharSequence code) {
    char office = code.charAt(0);
    char province = code.charAt(2);
    return (office == '1' || office == '5' || office == '9') && code.charAt(1) <= '3' && province >= '1'
        && province <= '6';
  }

  /** Both checks of a code that has the shape. */
  public boolean valid(CharSequence code) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17) && organisation(code, 8);
  }

  private static boolean organisation(CharSequence code, int at) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      char c = code.charAt(at + i);
      sum += (c <= '9' ? c - '0' : c - 'A' + 10) * ORGANISATION[i];
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    return code.charAt(at + 8) == expected;
  }
}
