package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Keywords;

/** Some groups of a number, and questions about what stands around them. Reused for one after the other. */
final class Candidate {
  private static final Keywords ORDER = new Keywords(
      "订单 单 编 流水 批 批次 批号 序列 发票 票 合同 工单 快递 物流 货 型 款 单据 凭证 交易 条 条形 追踪 准字 版本 时间戳 order no sn sku id trace tracking invoice serial ticket");
  private final Glyphs glyphs;
  private final Digits digits;
  private int first;
  private int last;
  private int start;
  private int lastFound = -1;
  private String text = "";

  Candidate(Glyphs glyphs, Digits digits) {
    this.glyphs = glyphs;
    this.digits = digits;
  }

  /** The groups that are looked at from now on. */
  Candidate groups(int from, int to) {
    first = from;
    last = to;
    start = digits.start(from);
    text = digits.joined(from, to);
    return this;
  }

  /** Where the value ends that was found last; what follows it directly is a second value, not a part of the first. */
  void found(int end) {
    lastFound = end;
  }

  /** Letters before the first digit that turned out to be a word for the number are no part of it. */
  void dropWord(int letters) {
    for (int n = 0; n < letters; n++) {
      start = glyphs.next(start);
    }
    text = text.substring(letters);
  }

  /** Digits and capitals, without separators. */
  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean single() {
    return first == last;
  }

  int groups() {
    return last - first + 1;
  }

  int groupLength(int group) {
    return digits.length(first + group);
  }

  boolean allDigits() {
    return digitsFrom(0);
  }

  boolean digitsFrom(int at) {
    for (int i = at; i < text.length(); i++) {
      if (text.charAt(i) > '9') {
        return false;
      }
    }
    return at < text.length();
  }

  boolean behind(Keywords words) {
    return words.label(glyphs, start);
  }

  boolean near(Keywords words) {
    return words.near(glyphs, start);
  }

  /** Whether one of the words ends where a run of {@code letters} letters does. */
  boolean wordEnds(Keywords words, int letters) {
    int at = start;
    for (int n = 0; n < letters; n++) {
      at = glyphs.next(at);
    }
    return words.ends(glyphs, at);
  }

  /** Behind a word for orders and the like, or grown together with something else: no number of a person's. */
  boolean ordered() {
    return ORDER.label(glyphs, start) || joint();
  }

  /** Behind a hyphen, slash or number sign a number continues a name such as {@code ORD-…}; so it does before one. */
  private boolean joint() {
    int sign = glyphs.previous(start);
    int c = glyphs.at(sign);
    if (c == '#' || continued()) {
      return true;
    }
    if (c != '-' && c != '/' && c != '.' || sign == lastFound) {
      return false;
    }
    int before = glyphs.before(sign);
    return Glyphs.letter(before) || Glyphs.digit(before);
  }

  private boolean continued() {
    int end = digits.end(last);
    return glyphs.at(end) == '-' && Glyphs.letter(glyphs.at(glyphs.next(end)));
  }

  boolean plus() {
    return first == 0 && glyphs.before(digits.start(0)) == '+';
  }

  /** Part of a decimal, of an e-mail address or of a longer name is no number of its own. */
  boolean torn() {
    int end = digits.end(last);
    int before = glyphs.before(start);
    int after = glyphs.at(end);
    if (after == '@' || before == '@' || before == '_' || after == '_') {
      return true;
    }
    boolean decimal = before == '.' && Glyphs.digit(glyphs.before(glyphs.previous(start)));
    boolean fraction = after == '.' && Glyphs.digit(glyphs.at(glyphs.next(end)));
    return decimal || fraction;
  }

  /** Whether the groups are set apart by dots, all of them or some. */
  boolean pointed() {
    for (int g = first + 1; g <= last; g++) {
      if (digits.dotted(g)) {
        return true;
      }
    }
    return false;
  }

  /** Where the value begins: at the plus sign of a country code, or the bracket of a country or area code. */
  int valueStart() {
    if (start != digits.start(0)) {
      return start;
    }
    int signed = plus() ? glyphs.previous(start) : start;
    boolean bracket = !single() && glyphs.before(signed) == '(' && glyphs.at(digits.end(0)) == ')';
    return bracket ? glyphs.previous(signed) : signed;
  }

  int valueEnd() {
    return digits.end(last);
  }
}
