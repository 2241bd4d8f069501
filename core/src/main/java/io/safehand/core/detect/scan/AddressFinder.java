package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;
import io.safehand.core.person.Regions;

/** Finds addresses that go down to a house, from the house number, and those that stand behind a label. */
final class AddressFinder {
  private static final String ROADS = "路街道巷弄村镇乡里园苑庄桥坊";
  private static final String FIRM = "号栋幢室楼弄单元层座院组户区门期厦";
  private static final String JOINING = "东西南北中之附甲乙丙丁一二三四五六七八九十大#-";
  private static final int MOST_NAME = 12;
  private static final Keywords LABELS = new Keywords("地址 住址 家住 住在 居住 居住地 位于 现住 寄往 送至 送到 收货地 address");
  private static final int MOST_BACK = 50;
  private static final int MOST_FORWARD = 40;
  private final Glyphs glyphs;
  private final Regions regions;
  private int lastEnd;

  AddressFinder(Glyphs glyphs, Regions regions) {
    this.glyphs = glyphs;
    this.regions = regions;
  }

  void restart() {
    lastEnd = 0;
  }

  /** Looks for an address in whose house number the digits end at {@code i}. */
  void around(int i, Findings findings) {
    if (i < lastEnd) {
      return;
    }
    int start = start(i);
    String before = glyphs.text(start, i);
    int road = road(before);
    if (road <= 0) {
      return;
    }
    int region = region(before, road);
    boolean labelled = LABELS.label(glyphs, start);
    if (region < 0 && !labelled) {
      return;
    }
    int from = start + bytes(before, Math.max(region, 0));
    lastEnd = end(i);
    findings.found(Category.ADDRESS, from, lastEnd, region >= 0 ? 90 : 75);
  }

  /** The run of characters an address is made of, going back from {@code i}. */
  private int start(int i) {
    int start = i;
    for (int steps = 0; steps < MOST_BACK && start > Math.max(glyphs.from, lastEnd); steps++) {
      int c = glyphs.before(start);
      if (!Glyphs.han(c) && !Glyphs.digit(c) && !Glyphs.letter(c) && c != '-' && c != '#') {
        break;
      }
      start = glyphs.previous(start);
    }
    return start;
  }

  /** Where the last road or village stands in the text, but not at its beginning; -1 if there is none. */
  private static int road(String text) {
    for (int i = text.length() - 1; i > 0; i--) {
      if (ROADS.indexOf(text.charAt(i)) >= 0 || text.startsWith("小区", i)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the first region before the road begins; -1 if there is none. */
  private int region(String text, int road) {
    for (int i = 0; i < road; i++) {
      if (!regions.begins(text.charAt(i))) {
        continue;
      }
      Regions.Levels levels = regions.levels(text, i);
      if (levels.end() - i >= 3 || levels.end() > 0 && i == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int bytes(String text, int characters) {
    return text.substring(0, characters).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  /** Where the address ends whose house number stands before {@code from}. */
  private int end(int from) {
    int end = parts(from);
    int further = further(end);
    while (further > end) {
      end = parts(further);
      further = further(end);
    }
    return end;
  }

  /** Houses, floors and rooms written one behind the other; ends behind a sign that may be the last one. */
  private int parts(int from) {
    int i = from;
    int good = from;
    for (int steps = 0; steps < MOST_FORWARD; steps++) {
      int c = glyphs.at(i);
      boolean firm = Glyphs.digit(c) || Glyphs.letter(c) || c != Glyphs.NONE && FIRM.indexOf(c) >= 0;
      if (!firm && (c == Glyphs.NONE || JOINING.indexOf(c) < 0)) {
        break;
      }
      i = glyphs.next(i);
      good = firm ? i : good;
    }
    return good;
  }

  /** Behind the name of a building or a garden another number with its sign may follow. */
  private int further(int from) {
    int i = from;
    for (int n = 0; n < MOST_NAME && Glyphs.han(glyphs.at(i)); n++) {
      i = glyphs.next(i);
    }
    int number = i;
    for (int n = 0; n < 4 && glyphs.digitAt(i); n++) {
      i = glyphs.next(i);
    }
    int sign = glyphs.at(i);
    return i > number && number > from && sign > 0x7F && "号栋幢室楼弄单层座".indexOf(sign) >= 0 ? i : from;
  }

  /** Takes what stands behind a label up to the end of the phrase, if it looks like an address. */
  void labelled(int i, Findings findings) {
    int end = i;
    int signs = 0;
    int open = 0;
    for (int c = glyphs.at(end); inside(c) && open >= 0 && signs < 80; c = glyphs.at(end)) {
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      signs++;
      end = open < 0 ? end : glyphs.next(end);
    }
    String text = glyphs.text(i, end);
    if (signs < 4 || i < lastEnd) {
      return;
    }
    boolean region = regions.levels(text, 0).end() > 0;
    if (region || road(text) > 0) {
      lastEnd = end;
      findings.found(Category.ADDRESS, i, end, region ? 95 : 75);
    }
  }

  private static boolean inside(int c) {
    return Glyphs.han(c) || Glyphs.digit(c) || Glyphs.letter(c) || c == '-' || c == '#' || c == '('
        || c == ')';
  }
}
