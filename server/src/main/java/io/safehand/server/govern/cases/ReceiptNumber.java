package io.safehand.server.govern.cases;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The number that a customer gets for a matter: eight random letters and digits that cannot be mistaken for each other,
 * and one that checks them, written {@code 7K3M-Q9TX-2}. Any wrong letter, and any two changed places, is noticed. Says
 * nothing about how many there are.
 */
public record ReceiptNumber(String text) {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ0";
  private static final int LENGTH = 8;
  private static final int GROUP = 4;

  public ReceiptNumber {
    if (!text.matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
        || check(letters(text)) != text.charAt(text.length() - 1)) {
      throw new IllegalArgumentException("no receipt number");
    }
  }

  static ReceiptNumber random(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return written(letters.toString());
  }

  /** As somebody types it: in small letters, with other marks or none. Empty when it cannot be one. */
  public static Optional<ReceiptNumber> typed(String text) {
    String typed = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "").replace('O', '0');
    if (typed.length() != LENGTH + 1 || !typed.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
      return Optional.empty();
    }
    ReceiptNumber number = written(typed.substring(0, LENGTH));
    return number.text().charAt(number.text().length() - 1) == typed.charAt(LENGTH)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static ReceiptNumber written(String letters) {
    return new ReceiptNumber(
        letters.substring(0, GROUP) + "-" + letters.substring(GROUP) + "-" + check(letters));
  }

  private static String letters(String text) {
    return text.substring(0, GROUP) + text.substring(GROUP + 1, LENGTH + 1);
  }

  /** ISO 7064 style, with a prime number of letters: each place has a weight of its own. */
  private static char check(String letters) {
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      sum = (sum + (i + 2) * LETTERS.indexOf(letters.charAt(i))) % LETTERS.length();
    }
    return LETTERS.charAt(sum);
  }

  @Override
  public String toString() {
    return text;
  }
}
