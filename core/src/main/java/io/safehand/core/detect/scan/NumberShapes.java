package io.safehand.core.detect.scan;

import io.safehand.core.detect.identifiers.ResidentIds;
import io.safehand.core.detect.identifiers.BankCards;
import io.safehand.core.detect.identifiers.CreditCodes;
import io.safehand.core.detect.identifiers.Papers;
import io.safehand.core.detect.identifiers.Chats;
import io.safehand.core.detect.identifiers.Phones;
import io.safehand.core.detect.identifiers.NumberPlan;
import io.safehand.core.detect.identifiers.Plain;
import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.person.Category;

/**
 * Decides what a number in text is, from its shape, its check digits, how it is cut into groups and the words before
 * it. {@link Category#TEXT} means nothing.
 */
final class NumberShapes {
  private static final Keywords ORDER = new Keywords(
      "订单 单 编 流水 批 序列 发票 票 合同 工单 快递 物流 货 型 款 单据 凭证 交易 条 条形 追踪 版本 时间戳 order no sn sku id trace tracking invoice serial ticket");
  private static final Keywords PHONE = new Keywords(
      "手机 手 电话 联系方式 联系电话 致电 拨打 座机 固话 固定电话 传真 热线 tel phone mobile mob cell fax call whatsapp");
  private static final Keywords RESIDENT = new Keywords("身份证 身份证件 证件 身份 公民身份 idcard id_card idno");
  private static final Keywords PASSPORT = new Keywords("护照 passport");
  private static final Keywords PERMIT = new Keywords("通行证 回乡证 港澳证 居住证 居留证 居留 permit");
  private static final Keywords TAIWAN = new Keywords("台胞证 台湾居民来往大陆通行证 台湾通行证 台湾居民通行证 通行证");
  private static final Keywords QQ = new Keywords("qq 企鹅 扣扣 q q群");
  private static final Keywords CARD = new Keywords("银行卡 卡 账户 账 帐 帐户 银行账户 card account");
  private static final Keywords WECHAT = new Keywords("微信 wechat wx vx weixin");
  private final ResidentIds ids;
  private final BankCards cards = new BankCards();
  private final CreditCodes codes = new CreditCodes();
  private final Papers papers;
  private final Chats chats = new Chats();
  private final Plain plain = new Plain();
  private final NumberPlan plan;
  private final Phones phones;
  private int confidence;
  private int label;

  NumberShapes(ResidentIds ids, NumberPlan plan) {
    this.ids = ids;
    this.papers = new Papers(ids);
    this.plan = plan;
    this.phones = new Phones(plan);
  }

  /** How sure the last answer is. */
  int confidence() {
    return confidence;
  }

  /** Bytes of a label that stands before the last answer's value without a space. */
  int label() {
    return label;
  }

  Category shape(Glyphs glyphs, Digits digits, int first, int last) {
    label = 0;
    int length = 0;
    for (int g = first; g <= last; g++) {
      length += digits.length(g);
    }
    int start = digits.starts[first];
    if (length < 5 || length > 25 || torn(glyphs, start, digits.ends[last])) {
      return Category.TEXT;
    }
    CharSequence joined = digits.joined(first, last);
    if (first == last) {
      return single(glyphs, start, joined, length);
    }
    return grouped(glyphs, digits, first, last, joined);
  }

  /** Part of a decimal, of an e-mail address or of a longer name is no number of its own. */
  private static boolean torn(Glyphs glyphs, int start, int end) {
    int before = glyphs.before(start);
    int after = glyphs.at(end);
    if (after == '@' || before == '@' || before == '_' || after == '_') {
      return true;
    }
    boolean decimal = before == '.' && Glyphs.digit(glyphs.before(glyphs.previous(start)));
    boolean fraction = after == '.' && Glyphs.digit(glyphs.at(glyphs.next(end)));
    return decimal || fraction;
  }

  private Category single(Glyphs glyphs, int start, CharSequence token, int length) {
    int letters = 0;
    while (letters < length && token.charAt(letters) >= 'A') {
      letters++;
    }
    boolean digits = plain.digits(token, letters, length);
    if (letters == 0 && digits) {
      return number(glyphs, start, token, length);
    }
    if (length == 18) {
      return eighteen(glyphs, start, token);
    }
    return digits ? prefixed(glyphs, start, token, letters, length) : suffixed(glyphs, start, token, length);
  }

  private Category number(Glyphs glyphs, int start, CharSequence token, int length) {
    if (length <= 11 && QQ.label(glyphs, start) && chats.qq(token, length)) {
      return sure(Category.QQ, 90);
    }
    return switch (length) {
      case 7, 8, 9 -> shorter(glyphs, start, token, length);
      case 10, 12 -> landline(glyphs, start, token, length);
      case 11 -> token.charAt(0) == '0'
          ? landline(glyphs, start, token, length)
          : mobile(glyphs, start, token, 0);
      case 13 -> token.charAt(0) == '8' && token.charAt(1) == '6' && token.charAt(2) == '1'
          ? mobile(glyphs, start, token, 2)
          : card(glyphs, start, token, length);
      case 15 -> fifteen(glyphs, start, token);
      case 14, 16, 17, 19 -> card(glyphs, start, token, length);
      case 18 -> eighteen(glyphs, start, token);
      default -> Category.TEXT;
    };
  }

  private Category shorter(Glyphs glyphs, int start, CharSequence token, int length) {
    if (length == 8 && TAIWAN.label(glyphs, start)) {
      return sure(Category.PERMIT, 80);
    }
    if (length == 9) {
      boolean passport = papers.chinesePassport(token, length) && PASSPORT.near(glyphs, start);
      return passport ? sure(Category.PASSPORT, 90) : Category.TEXT;
    }
    boolean local = token.charAt(0) >= '2' && PHONE.label(glyphs, start) && !phones.service(token);
    return local ? sure(Category.LANDLINE, 65) : Category.TEXT;
  }

  private Category mobile(Glyphs glyphs, int start, CharSequence token, int at) {
    boolean shaped = token.charAt(at) == '1' && token.charAt(at + 1) >= '3';
    if (!shaped) {
      return Category.TEXT;
    }
    if (WECHAT.label(glyphs, start)) {
      return sure(Category.WECHAT, 80);
    }
    boolean labelled = PHONE.label(glyphs, start);
    boolean known = plan.mobile(token, at);
    if (!labelled && (!known || ORDER.label(glyphs, start) || joint(glyphs, start))) {
      return Category.TEXT;
    }
    return sure(Category.MOBILE, labelled && known ? 95 : known ? 85 : 50);
  }

  /** Behind a hyphen, slash or number sign a number continues a name such as {@code ORD-…}. */
  private static boolean joint(Glyphs glyphs, int start) {
    int c = glyphs.before(start);
    int before = c == Glyphs.NONE ? c : glyphs.before(glyphs.previous(start));
    return (c == '-' || c == '#' || c == '/' || c == '.') && (Glyphs.letter(before) || Glyphs.digit(before))
        || c == '#';
  }

  private Category landline(Glyphs glyphs, int start, CharSequence token, int length) {
    if (token.charAt(0) != '0') {
      return length == 10 && TAIWAN.label(glyphs, start) ? sure(Category.PERMIT, 75) : Category.TEXT;
    }
    int area = plan.areaLength(token, 0);
    int local = length - area;
    boolean good = area > 0 && (local == 7 || local == 8) && token.charAt(area) >= '2';
    boolean labelled = PHONE.label(glyphs, start);
    if (!good || !labelled && (ORDER.label(glyphs, start) || joint(glyphs, start))) {
      return Category.TEXT;
    }
    return sure(Category.LANDLINE, labelled ? 90 : 70);
  }

  private Category card(Glyphs glyphs, int start, CharSequence token, int length) {
    if (!cards.luhn(token, length)) {
      return Category.TEXT;
    }
    boolean labelled = CARD.label(glyphs, start);
    boolean issued = cards.issuer(token, length);
    if (!labelled && (!issued || ORDER.label(glyphs, start) || joint(glyphs, start))) {
      return Category.TEXT;
    }
    return sure(Category.BANK_CARD, labelled ? 95 : 85);
  }

  private Category fifteen(Glyphs glyphs, int start, CharSequence token) {
    if (ids.valid15(token) && RESIDENT.near(glyphs, start)) {
      return sure(Category.RESIDENT_ID, 85);
    }
    boolean mobile = token.charAt(0) == '0' && token.charAt(1) == '0' && token.charAt(2) == '8'
        && token.charAt(3) == '6';
    return mobile ? mobile(glyphs, start, token, 4) : card(glyphs, start, token, 15);
  }

  private Category eighteen(Glyphs glyphs, int start, CharSequence token) {
    boolean digits = plain.digits(token, 0, 17);
    if (digits && (plain.digits(token, 17, 18) || token.charAt(17) == 'X') && ids.valid18(token)) {
      return sure(Category.RESIDENT_ID, 98);
    }
    if (codes.shaped(token, 18) && codes.valid(token)) {
      return sure(Category.CREDIT_CODE, 98);
    }
    return plain.digits(token, 0, 18) ? card(glyphs, start, token, 18) : Category.TEXT;
  }

  /** Letters, then digits: papers, and numbers whose label is written without a space. */
  private Category prefixed(Glyphs glyphs, int start, CharSequence token, int letters, int length) {
    if (papers.hongKongMacao(token, length)) {
      boolean passport = papers.chinesePassport(token, length) && PASSPORT.near(glyphs, start);
      boolean permit = PERMIT.near(glyphs, start);
      return passport && !permit
          ? sure(Category.PASSPORT, 85)
          : permit ? sure(Category.PERMIT, 90) : bare(glyphs, start, letters);
    }
    if (papers.chinesePassport(token, length) && PASSPORT.near(glyphs, start)) {
      return sure(Category.PASSPORT, 92);
    }
    if (letters == 3 && length == 15 && PERMIT.near(glyphs, start)) {
      return sure(Category.PERMIT, 85);
    }
    int at = start + letters;
    boolean worded = letters <= 6 && glyphs.at(start) < 0x80 && length - letters >= 5
        && (PHONE.ends(glyphs, at) || QQ.ends(glyphs, at));
    label = worded ? letters : 0;
    return worded
        ? number(glyphs, at, token.subSequence(letters, length), length - letters)
        : Category.TEXT;
  }

  /** A permit of Hong Kong or Macao without a word for it: only the plain H and M form, and not behind other words. */
  private Category bare(Glyphs glyphs, int start, int letters) {
    boolean good = letters == 1 && !ORDER.label(glyphs, start) && !joint(glyphs, start);
    return good ? sure(Category.PERMIT, 55) : Category.TEXT;
  }

  private Category suffixed(Glyphs glyphs, int start, CharSequence token, int length) {
    if (length == 9 && papers.chinesePassport(token, length) && PASSPORT.near(glyphs, start)) {
      return sure(Category.PASSPORT, 92);
    }
    boolean taiwan = length == 11 && papers.taiwan(token, length) && TAIWAN.near(glyphs, start);
    return taiwan ? sure(Category.PERMIT, 80) : Category.TEXT;
  }

  private Category grouped(Glyphs glyphs, Digits digits, int first, int last, CharSequence joined) {
    int length = joined.length();
    int start = digits.starts[first];
    if (length == 18 && plain.digits(joined, 0, 17) && ids.valid18(joined)) {
      return sure(Category.RESIDENT_ID, 95);
    }
    if (!plain.digits(joined, 0, length)) {
      return Category.TEXT;
    }
    boolean abroad = first == 0 && digits.china();
    int code = abroad ? digits.length(0) : 0;
    if (length - code == 11 && (abroad || smallest(digits, first, last) >= 3)) {
      Category mobile = mobile(glyphs, start, joined, code);
      if (mobile != Category.TEXT) {
        return mobile;
      }
    }
    Category landline = line(glyphs, digits, first, last, abroad);
    if (landline != Category.TEXT) {
      return landline;
    }
    return fours(digits, first, last) ? card(glyphs, start, joined, length) : Category.TEXT;
  }

  /** Area code, number in one or two groups, perhaps an extension. */
  private Category line(Glyphs glyphs, Digits digits, int first, int last, boolean abroad) {
    int area = abroad ? first + 1 : first;
    String code = (abroad ? "0" : "") + digits.joined(area, area);
    if (abroad && code.startsWith("00")) {
      code = code.substring(1);
    }
    if (area >= last || code.length() > 4 || code.charAt(0) != '0' || plan.areaLength(code, 0) != code
        .length()) {
      return Category.TEXT;
    }
    int local = digits.length(area + 1);
    int used = area + 1;
    if (local < 7 && used < last) {
      local += digits.length(++used);
    }
    boolean extended = used == last || used + 1 == last && digits.length(last) <= 6;
    boolean good = extended && (local == 7 || local == 8) && digits.joined(area + 1, area + 1)
        .charAt(0) >= '2';
    return good && !ORDER.label(glyphs, digits.starts[first]) ? sure(Category.LANDLINE, 92) : Category.TEXT;
  }

  private static int smallest(Digits digits, int first, int last) {
    int smallest = digits.length(first);
    for (int g = first + 1; g <= last; g++) {
      smallest = Math.min(smallest, digits.length(g));
    }
    return smallest;
  }

  /** Cards are written in groups of four, or the first six and the rest. */
  private static boolean fours(Digits digits, int first, int last) {
    if (last == first + 1) {
      return digits.length(first) == 6 && digits.length(last) >= 7;
    }
    boolean express = last == first + 2 && digits.length(first) == 4 && digits.length(first + 1) == 6
        && digits.length(last) == 5;
    for (int g = first; g < last && !express; g++) {
      if (digits.length(g) != 4) {
        return false;
      }
    }
    return last >= first + 3 || express;
  }

  private Category sure(Category category, int percent) {
    confidence = percent;
    return category;
  }
}
