package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/** Passports and permits. Their numbers carry no check: only the shape can be wrong. */
public final class Papers {
  private final Plain plain = new Plain();
  private final ResidentIds ids;

  public Papers(ResidentIds ids) {
    this.ids = ids;
  }

  CheckResult passport(String value) {
    if (plain.scientific(value)) {
      return new Damaged("passport.scientific");
    }
    String number = plain.code(value);
    if (chinesePassport(number, number.length())) {
      return new Valid(number);
    }
    return foreign(number) ? new Doubtful("passport.foreign", number) : new Damaged("passport.shape");
  }

  /** E, G, 14, 15, service and diplomatic ones, those of Hong Kong and Macao. */
  public boolean chinesePassport(CharSequence number, int length) {
    if (length < 8 || length > 9) {
      return false;
    }
    char first = number.charAt(0);
    char second = number.charAt(1);
    if (!plain.digits(number, 2, length)) {
      return false;
    }
    boolean digit = second >= '0' && second <= '9';
    return switch (first) {
      case 'E' -> length == 9 && (digit || second >= 'A' && second <= 'Z' && second != 'I' && second != 'O');
      case 'G', 'H' -> length == 9 && digit;
      case 'K' -> length == 9 && (digit || second == 'J');
      case '1' -> length == 9 && (second == '4' || second == '5');
      case 'D', 'S', 'P' -> digit || length == 9 && second == 'E';
      case 'M' -> length == 9 && second == 'A';
      default -> false;
    };
  }

  private static boolean foreign(String number) {
    int digits = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
      digits += c <= '9' ? 1 : 0;
    }
    return number.length() >= 6 && number.length() <= 10 && digits >= 4;
  }

  CheckResult permit(String value) {
    if (plain.scientific(value)) {
      return new Damaged("permit.scientific");
    }
    String number = bracketless(plain.code(value));
    int length = number.length();
    if (hongKongMacao(number, length) || taiwan(number, length) || oldResidence(number, length)
        || length == 18 && plain.digits(number, 0, 17) && ids.valid18(number)) {
      return new Valid(number);
    }
    return new Damaged("permit.shape");
  }

  /** H or M and eight digits, perhaps two more; HA or MA and seven for those who are not Chinese nationals. */
  public boolean hongKongMacao(CharSequence number, int length) {
    if (length != 9 && length != 11) {
      return false;
    }
    char first = number.charAt(0);
    boolean second = number.charAt(1) == 'A' && length == 9;
    return (first == 'H' || first == 'M') && plain.digits(number, second ? 2 : 1, length);
  }

  /** Eight digits; in the old form ten digits and a letter. */
  public boolean taiwan(CharSequence number, int length) {
    return length == 8 && plain.digits(number, 0, 8)
        || (length == 10 || length == 11) && plain.digits(number, 0, 10)
            && (length == 10 || number.charAt(10) >= 'A' && number.charAt(10) <= 'Z');
  }

  /** Permanent residence of foreigners as issued until 2023: three letters, twelve digits. */
  private boolean oldResidence(String number, int length) {
    return length == 15 && number.chars().limit(3).allMatch(c -> c >= 'A' && c <= 'Z')
        && plain.digits(number, 3, 15);
  }

  private static String bracketless(String number) {
    return number.indexOf('(') < 0 ? number : number.replace("(", "").replace(")", "");
  }
}
