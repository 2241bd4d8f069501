package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/**
 * Names of people: Chinese ones of two to six characters, those of other peoples of China with the dot U+00B7 of any
 * length up to 60, and names in other scripts. Characters outside the basic plane count as one. The dots people type
 * instead (• ・ ‧ ∙ and, between Chinese characters, the full stop) normalise to U+00B7.
 */
final class Names {
  static final char DOT = '·';
  private static final String DOTS = "·•・‧∙⋅･﹒";
  private static final String ORGANISED = "公司 集团 中心 有限 合作社 银行 学校 医院 协会 事务所";
  private static final int LONGEST = 60;
  private final Plain plain = new Plain();

  CheckResult check(String value) {
    String name = plain.words(value);
    if (plain.lost(name)) {
      return new Damaged("name.lost");
    }
    int length = name.codePointCount(0, name.length());
    if (length > LONGEST) {
      return new Damaged("name.length");
    }
    int han = han(name);
    if (han == length) {
      return chinese(name, length);
    }
    return han > 0 ? mixed(name, han) : other(name, length);
  }

  private CheckResult chinese(String name, int length) {
    if (length == 1) {
      return new Doubtful("name.short", name);
    }
    if (length >= 4 && organised(name)) {
      return new Doubtful("name.organisation", name);
    }
    return length <= 6 ? new Valid(name) : new Doubtful("name.long", name);
  }

  private static boolean organised(String name) {
    for (String word : ORGANISED.split(" ", -1)) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Chinese characters with dots or spaces between them; anything else is doubtful. */
  private CheckResult mixed(String name, int han) {
    StringBuilder normal = new StringBuilder(name.length());
    boolean strange = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (DOTS.indexOf(c) >= 0 || c == '.') {
        normal.append(DOT);
      } else if (c != ' ') {
        normal.append(c);
        strange |= !Character.isSurrogate(c) && !ideograph(c);
      }
    }
    boolean edges = normal.charAt(0) == DOT || normal.charAt(normal.length() - 1) == DOT;
    if (strange || edges) {
      return new Doubtful("name.characters", name);
    }
    return han >= 2 ? new Valid(normal.toString()) : new Doubtful("name.short", normal.toString());
  }

  private static CheckResult other(String name, int length) {
    int letters = 0;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        letters++;
      } else if (" '’.-,`".indexOf(c) < 0 && DOTS.indexOf(c) < 0) {
        return digitsOnly(name) ? new Damaged("name.characters") : new Doubtful("name.characters", name);
      }
    }
    if (letters == 0) {
      return new Damaged("name.characters");
    }
    return length == 1 ? new Doubtful("name.short", name) : new Valid(name);
  }

  private static boolean digitsOnly(String name) {
    return name.chars().noneMatch(Character::isLetter);
  }

  private static int han(String name) {
    int han = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isHighSurrogate(c)) {
        han += Character.isIdeographic(name.codePointAt(i)) ? 1 : 0;
        i++;
      } else {
        han += ideograph(c) ? 1 : 0;
      }
    }
    return han;
  }

  /** Common ideographs first, then the rest, with the zero 〇 and the private characters of older encodings. */
  private static boolean ideograph(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c == '〇'
        || c >= '\ue000' && c <= '\uf8ff' || c >= '\uf900' && c <= '\ufaff';
  }
}
