package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/** Vehicle plates of GA 36: province, letter, five characters; six for new-energy vehicles. A dot may follow the letter. */
public final class Plates {
  public static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  private final Plain plain = new Plain();

  CheckResult check(String value) {
    String plate = undotted(plain.code(value));
    if (plate.isEmpty() || PROVINCES.indexOf(plate.charAt(0)) < 0) {
      return new Damaged("plate.province");
    }
    return tail(plate, 1, plate.length()) ? new Valid(plate) : new Damaged("plate.shape");
  }

  private static String undotted(String plate) {
    int length = plate.length();
    boolean dotted = length > 2 && "·•・．.".indexOf(plate.charAt(2)) >= 0;
    return dotted ? plate.substring(0, 2) + plate.substring(3) : plate;
  }

  /** What follows the province. */
  public boolean tail(CharSequence plate, int from, int to) {
    int length = to - from;
    if (length < 6 || length > 7 || !letter(plate.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      if (!serial(plate.charAt(i))) {
        return false;
      }
    }
    char last = plate.charAt(to - 1);
    return length == 7 ? energy(plate, from) : serial(last) || "挂学警港澳".indexOf(last) >= 0;
  }

  private boolean energy(CharSequence plate, int from) {
    boolean small = category(plate.charAt(from + 1)) && serial(plate.charAt(from + 2))
        && plain.digits(plate, from + 3, from + 7);
    return small || plain.digits(plate, from + 1, from + 6) && category(plate.charAt(from + 6));
  }

  private static boolean category(char c) {
    return c >= 'A' && c <= 'K' && c != 'I';
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z' && c != 'I' && c != 'O';
  }

  private static boolean serial(char c) {
    return letter(c) || c >= '0' && c <= '9';
  }
}
