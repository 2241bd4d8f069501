package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.identifiers.CreditCodes;
import io.safehand.core.detect.identifiers.Papers;
import io.safehand.core.detect.identifiers.ResidentIds;
import io.safehand.core.person.Category;

/** Numbers of papers: resident ids, credit codes, passports, permits. */
final class PaperShapes {
  private static final Keywords RESIDENT = new Keywords("身份证 身份证件 证件 身份 公民身份 idcard id_card idno");
  private static final Keywords PASSPORT = new Keywords("护照 passport");
  private static final Keywords PERMIT = new Keywords("通行证 回乡证 港澳证 居住证 居留证 居留 permit");
  private static final Keywords TAIWAN = new Keywords("台胞证 台湾居民来往大陆通行证 台湾通行证 台湾居民通行证 通行证");
  private static final Shape ID = new Shape(Category.RESIDENT_ID, 98);
  private static final Shape ID_IN_GROUPS = new Shape(Category.RESIDENT_ID, 95);
  private static final Shape OLD_ID = new Shape(Category.RESIDENT_ID, 85);
  private static final Shape CREDIT = new Shape(Category.CREDIT_CODE, 98);
  private static final Shape PASSPORT_NUMBER = new Shape(Category.PASSPORT, 92);
  private static final Shape PERMIT_NUMBER = new Shape(Category.PERMIT, 85);
  private static final Shape BARE_PERMIT = new Shape(Category.PERMIT, 55);
  private final ResidentIds ids = new ResidentIds();
  private final CreditCodes codes = new CreditCodes();
  private final Papers papers = new Papers(ids);

  /** Eighteen characters in one piece. */
  Shape eighteen(Candidate number) {
    String text = number.text();
    if (resident(text) && ids.valid18(text)) {
      return ID;
    }
    return codes.shaped(text, 18) && codes.valid(text) ? CREDIT : Shape.NONE;
  }

  Shape grouped(Candidate number) {
    String text = number.text();
    if (number.length() == 18 && resident(text) && ids.valid18(text)) {
      return ID_IN_GROUPS;
    }
    return number.length() == 15 && number.allDigits() ? fifteen(number) : Shape.NONE;
  }

  /** An old number has no check: it needs a word. */
  Shape fifteen(Candidate number) {
    return ids.valid15(number.text()) && number.near(RESIDENT) ? OLD_ID : Shape.NONE;
  }

  /** Eighteen digits that begin like a resident id or a credit code, whose check failed. */
  boolean damaged(Candidate number) {
    return ids.dated18(number.text()) || codes.placed(number.text());
  }

  private static boolean resident(String text) {
    for (int i = 0; i < 17; i++) {
      if (text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(17) <= '9' || text.charAt(17) == 'X';
  }

  /** Eight or ten digits behind the words for the permit of Taiwan. */
  Shape taiwan(Candidate number) {
    return number.behind(TAIWAN) ? PERMIT_NUMBER : Shape.NONE;
  }

  /** Ten digits and a letter. */
  Shape oldTaiwan(Candidate number) {
    return number.length() == 11 && papers.taiwan(number.text(), 11) && number.near(TAIWAN)
        ? PERMIT_NUMBER
        : Shape.NONE;
  }

  Shape passport(Candidate number) {
    return papers.chinesePassport(number.text(), number.length()) && number.near(PASSPORT)
        ? PASSPORT_NUMBER
        : Shape.NONE;
  }

  /** Letters, then digits. */
  Shape lettered(Candidate number, int letters) {
    if (!papers.hongKongMacao(number.text(), number.length())) {
      Shape passport = passport(number);
      boolean residence = letters == 3 && number.length() == 15 && number.near(PERMIT);
      return residence ? PERMIT_NUMBER : passport;
    }
    if (number.near(PERMIT)) {
      return PERMIT_NUMBER;
    }
    Shape passport = passport(number);
    return passport.found() || letters > 1 || number.ordered() ? passport : BARE_PERMIT;
  }
}
