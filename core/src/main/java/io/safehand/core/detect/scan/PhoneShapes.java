package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.identifiers.NumberPlan;
import io.safehand.core.detect.identifiers.Phones;
import io.safehand.core.person.Category;

/** Mobile numbers and landlines, in one piece and in groups, with and without the code of the country. */
final class PhoneShapes {
  static final Keywords PHONE = new Keywords(
      "手机 手 电话 联系方式 联系电话 致电 拨打 座机 固话 固定电话 传真 热线 微信同 tel phone mobile mob cell fax call whatsapp");
  private static final Keywords WECHAT = new Keywords("微信 微信号 wechat wx vx weixin");
  private static final Keywords PHONE_TOO = new Keywords("手机/微信 电话/微信 手机微信");
  private static final Shape LABELLED = new Shape(Category.MOBILE, 95);
  private static final Shape PLAIN = new Shape(Category.MOBILE, 85);
  private static final Shape UNKNOWN_SEGMENT = new Shape(Category.MOBILE, 50);
  private static final Shape CHAT = new Shape(Category.WECHAT, 80);
  private static final Shape LINE_IN_GROUPS = new Shape(Category.LANDLINE, 92);
  private static final Shape LABELLED_LINE = new Shape(Category.LANDLINE, 90);
  private static final Shape PLAIN_LINE = new Shape(Category.LANDLINE, 70);
  private static final Shape LOCAL = new Shape(Category.LANDLINE, 65);
  private final NumberPlan plan;
  private final Phones phones;

  PhoneShapes(NumberPlan plan) {
    this.plan = plan;
    this.phones = new Phones(plan);
  }

  /** A mobile number whose first digit is the one at {@code at}, behind the code of the country if that is not 0. */
  Shape mobile(Candidate number, int at) {
    String text = number.text();
    if (text.length() - at != 11 || text.charAt(at) != '1' || text.charAt(at + 1) < '3') {
      return Shape.NONE;
    }
    if (number.behind(WECHAT) && !number.behind(PHONE_TOO)) {
      return CHAT;
    }
    boolean labelled = number.behind(PHONE);
    boolean known = plan.mobile(text, at);
    if (labelled) {
      return known ? LABELLED : UNKNOWN_SEGMENT;
    }
    return known && !number.ordered() ? PLAIN : Shape.NONE;
  }

  /** A landline in one piece, area code first. */
  Shape landline(Candidate number) {
    boolean labelled = number.behind(PHONE);
    if (!lined(number.text()) || !labelled && number.ordered()) {
      return Shape.NONE;
    }
    return labelled ? LABELLED_LINE : PLAIN_LINE;
  }

  /** Seven or eight digits behind a word for telephones. */
  Shape local(Candidate number) {
    boolean local = number.text().charAt(0) >= '2' && number.behind(PHONE) && !phones.service(number.text());
    return local ? LOCAL : Shape.NONE;
  }

  /** A number in groups. */
  Shape grouped(Candidate number) {
    String text = number.text();
    int code = country(number);
    if (text.length() - code == 11 && (code > 0 || smallest(number) >= 3)) {
      Shape mobile = mobile(number, code);
      if (mobile.found()) {
        return mobile;
      }
    }
    boolean line = code > 0 ? abroad(number, code) : area(number) || extended(number);
    return line && !number.ordered() ? LINE_IN_GROUPS : Shape.NONE;
  }

  /** Digits of the code of China that the number begins with; 0 if it does not. */
  int country(Candidate number) {
    String text = number.text();
    if (text.startsWith("0086")) {
      return 4;
    }
    boolean coded = number.plus() || number.groupLength(0) == 2
        || text.length() == 13 && text.charAt(2) == '1';
    return coded && text.startsWith("86") ? 2 : 0;
  }

  /** Behind the code of the country the 0 of the area is usually left out. */
  private boolean abroad(Candidate number, int code) {
    String national = number.text().substring(code);
    String line = national.startsWith("0") ? national : "0" + national;
    int extension = number.groups() > 2 ? number.groupLength(number.groups() - 1) : 0;
    return lined(line)
        || extension > 0 && extension <= 6 && lined(line.substring(0, line.length() - extension));
  }

  /** Area code, number in one or two groups, perhaps an extension. */
  private boolean area(Candidate number) {
    int code = number.groupLength(0);
    if (number.groups() < 2 || code > 4 || plan.areaLength(number.text(), 0) != code
        || number.text().charAt(code) < '2') {
      return false;
    }
    int local = number.groupLength(1);
    int used = 2;
    if (local < 7 && local >= 3 && used < number.groups()) {
      local += number.groupLength(used++);
    }
    boolean ended = used == number.groups() || used + 1 == number.groups() && number.groupLength(used) <= 6;
    return ended && (local == 7 || local == 8);
  }

  /** A landline in one piece and an extension. */
  private boolean extended(Candidate number) {
    int whole = number.groupLength(0);
    return number.groups() == 2 && number.groupLength(1) <= 6 && whole >= 10
        && lined(number.text().substring(0, whole));
  }

  private boolean lined(String digits) {
    int area = digits.length() >= 10 && digits.charAt(0) == '0' ? plan.areaLength(digits, 0) : 0;
    int local = digits.length() - area;
    return area > 0 && (local == 7 || local == 8) && digits.charAt(area) >= '2';
  }

  private static int smallest(Candidate number) {
    int smallest = number.groupLength(0);
    for (int g = 1; g < number.groups(); g++) {
      smallest = Math.min(smallest, number.groupLength(g));
    }
    return smallest;
  }
}
