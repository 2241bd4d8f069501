package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/** Bank cards: 13 to 19 digits with the check of Luhn (ISO/IEC 7812-1); the first digits name who issues them. */
public final class BankCards {
  private final Plain plain = new Plain();

  CheckResult check(String value) {
    if (plain.scientific(value)) {
      return new Damaged("card.scientific");
    }
    String card = plain.code(value);
    if (!plain.digits(card, 0, card.length())) {
      return new Damaged("card.characters");
    }
    if (card.length() < 13 || card.length() > 19) {
      return new Damaged("card.length");
    }
    if (!luhn(card, card.length())) {
      return new Damaged(plain.rounded(card) ? "card.precision" : "card.checksum");
    }
    return issuer(card, card.length()) ? new Valid(card) : new Doubtful("card.bin", card);
  }

  public boolean luhn(CharSequence digits, int length) {
    int sum = 0;
    for (int i = length - 1, place = 0; i >= 0; i--, place++) {
      int digit = digits.charAt(i) - '0';
      int twice = digit * 2;
      sum += (place & 1) == 0 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  /** UnionPay, the old bank-own cards of the 9 range, Visa, Mastercard, American Express, JCB, Diners: prefix and length. */
  public boolean issuer(CharSequence digits, int length) {
    int two = (digits.charAt(0) - '0') * 10 + digits.charAt(1) - '0';
    int four = two * 100 + (digits.charAt(2) - '0') * 10 + digits.charAt(3) - '0';
    return switch (two / 10) {
      case 2 -> length == 16 && four >= 2221 && four <= 2720;
      case 3 -> length == 15 && (two == 34 || two == 37) || length == 16 && two == 35
          || length == 14 && (two == 30 || two == 36 || two == 38);
      case 4 -> length == 16;
      case 5 -> length == 16 && two >= 51 && two <= 55;
      case 6 -> two == 62 && length >= 16 || length == 16 && (two == 60 || two == 64 || two == 65);
      case 9 -> length == 16 || length == 19;
      default -> false;
    };
  }
}
