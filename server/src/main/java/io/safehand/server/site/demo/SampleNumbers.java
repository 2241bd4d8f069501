package io.safehand.server.site.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Numbers with right check digits that nobody is known to hold: resident ids of a province as a whole (no county
 * issues {@code xx0000}), organisation codes beginning {@code YY}, cards of the unassigned issuer 629999, plates with
 * the letter X in provinces that do not use it, QQ numbers from 99. China reserves no telephone numbers for fiction:
 * mobile numbers take the block 0000 behind a real segment, landlines the block 200 behind a real area code.
 */
final class SampleNumbers {
  private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30,
    28};
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String[] SEGMENTS = {"130", "131", "133", "135", "136", "138", "139", "150", "151",
    "158", "159", "176", "177", "180", "186", "188", "189", "191", "198", "199"};
  private static final String[] PLATES = {"浙", "苏", "皖", "赣", "闽"};

  String residentId(Dice dice, String province, LocalDate born, boolean female) {
    int order = 10 * dice.below(50) + 2 * dice.below(5) + (female ? 0 : 1);
    String body = province + "0000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  /** The first two characters say what was registered: 91 a company, 92 a sole trader. */
  String creditCode(Dice dice, String registered, String province) {
    String body = registered + province + "0000" + organisation("YY" + dice.digits(6));
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * CREDIT_WEIGHTS[i];
    }
    return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static String organisation(String body) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      char c = body.charAt(i);
      sum += (c <= '9' ? c - '0' : c - 'A' + 10) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return body + (check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
  }

  String bankCard(Dice dice) {
    String body = "629999" + dice.digits(12);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int twice = 2 * digit;
      sum += i % 2 == 1 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return body + (10 - sum % 10) % 10;
  }

  /** Most as eleven digits, some the ways people write them. */
  String mobile(Dice dice) {
    String segment = dice.pick(SEGMENTS);
    String last = dice.digits(4);
    return switch (dice.below(40)) {
      case 0 -> segment + "-0000-" + last;
      case 1 -> segment + " 0000 " + last;
      case 2 -> "+86 " + segment + "0000" + last;
      default -> segment + "0000" + last;
    };
  }

  String landline(Dice dice, String area) {
    return area + "-200" + dice.digits(area.length() == 3 ? 5 : 4);
  }

  String plate(Dice dice) {
    String province = dice.pick(PLATES);
    return dice.below(4) == 0
        ? province + "XD" + dice.digits(5)
        : province + "X" + dice.digits(4) + (char) ('A' + dice.below(8));
  }

  String qq(Dice dice) {
    return "99" + dice.digits(9);
  }
}
