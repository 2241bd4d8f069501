package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/**
 * Mobile and landline numbers. A mobile number normalises to 11 digits without +86, a landline to area code, hyphen,
 * number, and the extension behind another hyphen.
 */
public final class Phones {
  private final NumberPlan plan;
  private final Plain plain = new Plain();

  public Phones(NumberPlan plan) {
    this.plan = plan;
  }

  CheckResult mobile(String value) {
    if (plain.scientific(value)) {
      return new Damaged("mobile.scientific");
    }
    String number = national(plain.code(value));
    if (number.startsWith("+")) {
      return abroad(number) ? new Doubtful("mobile.foreign", number) : new Damaged("mobile.characters");
    }
    if (!plain.digits(number, 0, number.length())) {
      return new Damaged("mobile.characters");
    }
    if (number.length() != 11) {
      return new Damaged("mobile.length");
    }
    if (number.charAt(0) != '1' || number.charAt(1) < '3') {
      return new Damaged("mobile.shape");
    }
    return plan.mobile(number, 0) ? new Valid(number) : new Doubtful("mobile.segment", number);
  }

  private static String national(String number) {
    if (number.startsWith("+86")) {
      return number.substring(3);
    }
    if (number.startsWith("0086")) {
      return number.substring(4);
    }
    return number.startsWith("86") && number.length() == 13 ? number.substring(2) : number;
  }

  private boolean abroad(String number) {
    return number.length() >= 8 && number.length() <= 16 && plain.digits(number, 1, number.length());
  }

  CheckResult landline(String value) {
    if (plain.scientific(value)) {
      return new Damaged("landline.scientific");
    }
    String written = plain.words(value);
    int extension = extension(written);
    String number = bare(plain.code(written.substring(0, extension)));
    String behind = plain.code(written.substring(extension)).replaceAll("[^0-9]", "");
    if (!plain.digits(number, number.startsWith("+") ? 1 : 0, number.length())) {
      return new Damaged("landline.characters");
    }
    if (number.length() < 5 || number.length() > 16 || behind.length() > 6) {
      return new Damaged("landline.length");
    }
    return domestic(number, behind);
  }

  private CheckResult domestic(String number, String extension) {
    if (service(number)) {
      return new Doubtful("landline.service", number);
    }
    int area = plan.areaLength(number, 0);
    int local = number.length() - area;
    if (area == 0 || local < 7 || local > 8 || number.charAt(area) < '2') {
      return new Doubtful("landline.area", number);
    }
    String normal = number.substring(0, area) + "-" + number.substring(area);
    return new Valid(extension.isEmpty() ? normal : normal + "-" + extension);
  }

  /** Digits with +86 read as the 0 of the area code, brackets gone. */
  private static String bare(String number) {
    String digits = number.replace("(", "").replace(")", "").replace(".", "").replace("/", "");
    if (digits.startsWith("+86")) {
      return digits.charAt(Math.min(3, digits.length() - 1)) == '0'
          ? digits.substring(3)
          : "0" + digits.substring(3);
    }
    return digits;
  }

  /** Where an extension begins: at the word for it, or behind the third group of digits. */
  private static int extension(String written) {
    int word = written.indexOf('转');
    if (word > 0) {
      return word;
    }
    int last = written.lastIndexOf('-');
    boolean third = last > 0 && written.lastIndexOf('-', last - 1) > 0 && written.charAt(0) == '0';
    return third && written.length() - last - 1 <= 6 && last >= 11 ? last : written.length();
  }

  /** Numbers of services and hot lines, which belong to nobody in particular. */
  public boolean service(CharSequence digits) {
    int length = digits.length();
    char first = length == 0 ? '0' : digits.charAt(0);
    boolean long10 = length == 10 && (first == '4' || first == '8') && digits.charAt(1) == '0'
        && digits.charAt(2) == '0';
    boolean short5 = length >= 5 && length <= 6 && first == '9'
        && (digits.charAt(1) == '5' || digits.charAt(1) == '6');
    return long10 || short5 || length >= 3 && length <= 5 && first == '1' && digits.charAt(1) <= '2';
  }
}
