package io.safehand.core.detect.scan;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Chats;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.identifiers.Plain;
import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.detect.names.NameFinder;
import io.safehand.core.detect.names.NameWords;
import io.safehand.core.person.Category;

/** Finds what stands behind a label and a colon: names, WeChat names, addresses. */
final class LabelFinder {
  private static final Keywords NAMES = new Keywords(
      "姓名 名字 联系人 收件人 收货人 寄件人 发件人 发货人 经办人 负责人 代表人 法人 申请人 户主 业主 车主 客户 会员 患者 病人 就诊人 持卡人 开户人 户名 投保人 保险人 受益人 监护人 乘客 旅客 房东 租客 员工 经理 签收人 代理人 委托人 name contact customer recipient");
  /** Behind these stands a name only if it looks like one. */
  private static final Keywords WEAK = new Keywords(
      "客户 会员 患者 病人 房东 租客 员工 经理 业主 车主 负责人 name contact customer recipient");
  private static final Keywords WECHATS = new Keywords(
      "微信 微信号 微信id 微信+id v信 wechat wechatid wechat+id wx vx weixin");
  private static final Keywords ADDING = new Keywords("加微信 加vx 加v信 加wx");
  private static final String FILLERS = " :=\"(号码是为";
  private static final int LONGEST_CHAT = 25;
  private static final Keywords ADDRESSES = new Keywords("地址 住址 住所 居住地 户籍地 address");
  private static final String[] CUTS = {"电话", "手机", "性别", "身份", "地址", "住址", "年龄", "联系", "微信", "邮箱", "出生",
    "民族", "先生", "女士", "小姐", "同志", "老师", "经理"};
  private static final String[] EMPTY = {"无", "暂无", "未知", "不详", "同上", "匿名", "本人", "客服", "未填写", "保密", "男",
    "女"};
  private final Glyphs glyphs;
  private final NameWords words;
  private final AddressFinder addresses;
  private final Checks checks;
  private final Chats chats = new Chats();

  LabelFinder(Glyphs glyphs, NameWords words, AddressFinder addresses, Checks checks) {
    this.glyphs = glyphs;
    this.words = words;
    this.addresses = addresses;
    this.checks = checks;
  }

  /** Looks at the colon at {@code i}; returns where to go on. */
  int at(int i, Findings findings) {
    int value = glyphs.next(i);
    int last = glyphs.before(i);
    if (last < 0x80 && !Glyphs.letter(last) && last != ' ' && last != ')' && last != '"') {
      return value;
    }
    int start = value;
    for (int n = 0; n < 4 && (glyphs.at(start) == ' ' || glyphs.at(start) == '"'); n++) {
      start = glyphs.next(start);
    }
    if (NAMES.label(glyphs, i)) {
      return name(start, !WEAK.label(glyphs, i), findings);
    }
    if (WECHATS.label(glyphs, i)) {
      return wechat(start, findings);
    }
    if (ADDRESSES.label(glyphs, i)) {
      addresses.labelled(start, findings);
    }
    return value;
  }

  private int name(int start, boolean sure, Findings findings) {
    int end = start;
    int signs = 0;
    for (int c = glyphs.at(end); signs < 40
        && (Glyphs.han(c) || NameFinder.dot(c) || spelled(c, end)); c = glyphs.at(end)) {
      signs++;
      end = glyphs.next(end);
    }
    String run = cut(glyphs.text(start, end).strip());
    int length = run.codePointCount(0, run.length());
    if (length < 2 || !person(run, length, sure)) {
      return start;
    }
    int stop = start + run.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    int first = run.codePointAt(0);
    boolean likely = words.is(first, NameWords.SURNAME | NameWords.DOUBTFUL | NameWords.COMPOUND)
        || run.codePoints().anyMatch(NameFinder::dot);
    findings.found(Category.NAME, start, stop, likely ? 95 : first < 0x80 ? 65 : 80);
    return stop;
  }

  /** Latin names hold a space between letters. */
  private boolean spelled(int c, int i) {
    return Glyphs.letter(c) || c == ' ' && Glyphs.letter(glyphs.at(i + 1)) && Glyphs.letter(glyphs.before(i));
  }

  private static String cut(String run) {
    int end = run.length();
    for (String word : CUTS) {
      int at = run.indexOf(word);
      end = at >= 2 && at < end ? at : end;
    }
    return run.substring(0, end);
  }

  private boolean person(String run, int length, boolean sure) {
    for (String word : EMPTY) {
      if (run.equals(word)) {
        return false;
      }
    }
    if (run.charAt(0) < 0x80) {
      return latin(run);
    }
    boolean dotted = run.codePoints().anyMatch(NameFinder::dot);
    if (!dotted && length > 4 || !(checks.check(Category.NAME, run) instanceof CheckResult.Valid)) {
      return false;
    }
    return dotted || surname(run) || sure && run.codePoints().noneMatch(c -> words.is(c, NameWords.NEVER))
        && !words.other(run.charAt(0), run.charAt(1));
  }

  private boolean surname(String run) {
    int first = run.codePointAt(0);
    return words.is(first, NameWords.COMPOUND) && words.compound(run.charAt(0), run.charAt(1))
        || words.is(first, NameWords.SURNAME | NameWords.DOUBTFUL)
            && !words.other(run.charAt(0), run.charAt(1));
  }

  /** Two to four words, each with a capital. */
  private static boolean latin(String run) {
    String[] parts = run.split(" ", -1);
    for (String part : parts) {
      boolean capital = !part.isEmpty() && part.charAt(0) >= 'A' && part.charAt(0) <= 'Z';
      if (!capital || !part.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return parts.length >= 2 && parts.length <= 4;
  }

  /** Looks at a letter or sign that ends a word for WeChat; returns where to go on. */
  int wechatWord(int i, Findings findings) {
    int value = glyphs.next(i);
    return WECHATS.ends(glyphs, value) ? wechat(value, findings) : value;
  }

  private int wechat(int from, Findings findings) {
    int start = from;
    boolean told = ADDING.ends(glyphs, from);
    for (int n = 0; n < 5 && FILLERS.indexOf(glyphs.at(start)) >= 0; n++) {
      told |= glyphs.at(start) != ' ' && glyphs.at(start) != '"';
      start = glyphs.next(start);
    }
    int end = start;
    int signs = 0;
    boolean worded = true;
    for (int c = glyphs.at(end); signs <= LONGEST_CHAT && chat(c); c = glyphs.at(end)) {
      worded &= Glyphs.letter(c);
      signs++;
      end = glyphs.next(end);
    }
    boolean grown = start == from && from > glyphs.from && Glyphs.letter(glyphs.before(from));
    if (grown || worded && !told || glyphs.at(end) == '@' || glyphs.digitAt(start)) {
      return from;
    }
    String name = new Plain().words(glyphs.text(start, end));
    if (!chats.wechat(name, name.length())) {
      return from;
    }
    findings.found(Category.WECHAT, start, end, 85);
    return end;
  }

  private static boolean chat(int c) {
    return Glyphs.letter(c) || Glyphs.digit(c) || c == '_' || c == '-';
  }
}
