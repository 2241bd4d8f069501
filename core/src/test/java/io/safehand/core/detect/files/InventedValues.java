package io.safehand.core.detect.files;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Values that nobody has, of every type, from a seed: check digits are right, everything else is drawn. */
final class InventedValues {
  private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String SERIAL = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int[] ID = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] CREDIT = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
  private final Random random;

  InventedValues(long seed) {
    random = new Random(seed);
  }

  String of(String characters, int length) {
    StringBuilder drawn = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      drawn.append(characters.charAt(random.nextInt(characters.length())));
    }
    return drawn.toString();
  }

  String digits(int length) {
    return of("0123456789", length);
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String mobile() {
    return one(List.of("138", "139", "150", "166", "170", "186", "192", "199", "147", "133")) + digits(8);
  }

  /** A resident id of a place, or the like: {@code 810000} and {@code 911000} begin the numbers of others. */
  String residentId(String place) {
    String body = place + day() + digits(3);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * ID[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  String place() {
    return one(List.of("110105", "440524", "320106", "510104", "620102", "450102", "350203"));
  }

  String day() {
    return String.format(Locale.ROOT, "%d%02d%02d", 1930 + random.nextInt(90), 1 + random.nextInt(12),
        1 + random.nextInt(28));
  }

  String card(String prefix, int length) {
    String body = prefix + digits(length - 1 - prefix.length());
    int sum = 0;
    for (int i = body.length() - 1, place = 1; i >= 0; i--, place++) {
      int digit = body.charAt(i) - '0';
      sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return body + (10 - sum % 10) % 10;
  }

  String creditCode() {
    String organisation = of("0123456789ABCDEFGHJKLMNPQRTUWXY", 8);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      char c = organisation.charAt(i);
      sum += (c <= '9' ? c - '0' : c - 'A' + 10) * ORGANISATION[i];
    }
    int check = 11 - sum % 11;
    String body = one(List.of("91", "92", "93", "12", "51")) + place() + organisation
        + (check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
    int all = 0;
    for (int i = 0; i < 17; i++) {
      all += CODE.indexOf(body.charAt(i)) * CREDIT[i];
    }
    return body + CODE.charAt((31 - all % 31) % 31);
  }

  String plate() {
    String start = of("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼", 1) + of("ABCDEFGH", 1);
    return start + digits(1) + of(SERIAL, 4);
  }

  String email() {
    return of("abcdefghijklmnopqrstuvwxyz", 4) + one(List.of("", ".", "_", "-", "+"))
        + of("abcxyz0123456789", 5) + "@"
        + one(List.of("example.com", "mail.example.com.cn", "EXAMPLE.org", "163.example", "qq-mail.example"));
  }

  static String wide(String narrow) {
    StringBuilder wide = new StringBuilder(narrow.length());
    for (char c : narrow.toCharArray()) {
      wide.append(c == ' ' ? '\u3000' : c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  /** The value cut into groups of these lengths, the last one taking what is left. */
  static String cut(String value, String separator, int... lengths) {
    StringBuilder cut = new StringBuilder();
    int at = 0;
    for (int length : lengths) {
      cut.append(value, at, at + length).append(separator);
      at += length;
    }
    return cut.append(value.substring(at)).toString();
  }
}
