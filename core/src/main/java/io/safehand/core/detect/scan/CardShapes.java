package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.identifiers.BankCards;
import io.safehand.core.person.Category;

/** Bank cards: the check of Luhn, and a known issuer or a word. */
final class CardShapes {
  private static final Keywords CARD = new Keywords("银行卡 卡 账户 账 帐 帐户 银行账户 card account");
  private static final Shape LABELLED = new Shape(Category.BANK_CARD, 95);
  private static final Shape ISSUED = new Shape(Category.BANK_CARD, 85);
  private final BankCards cards = new BankCards();

  Shape card(Candidate number) {
    return shape(number, true);
  }

  /** Only behind a word: the number looks like something else whose check fails. */
  Shape labelled(Candidate number) {
    return shape(number, false);
  }

  private Shape shape(Candidate number, boolean alone) {
    if (!cards.luhn(number.text(), number.length())) {
      return Shape.NONE;
    }
    if (number.behind(CARD)) {
      return LABELLED;
    }
    boolean issued = alone && cards.issuer(number.text(), number.length());
    return issued && !number.ordered() ? ISSUED : Shape.NONE;
  }

  /** Written like a card in fours, but not one: its groups are no numbers of their own. */
  boolean damaged(Candidate number) {
    return number.groups() >= 4 && number.length() <= 19 && number.allDigits() && cut(number);
  }

  /** Cards are written in groups of four, the first six and the rest, or 4, 6 and 5. */
  Shape grouped(Candidate number) {
    int length = number.length();
    return length >= 13 && length <= 19 && cut(number) ? card(number) : Shape.NONE;
  }

  private static boolean cut(Candidate number) {
    int groups = number.groups();
    if (groups == 2) {
      return number.groupLength(0) == 6 && number.groupLength(1) >= 7;
    }
    boolean express = groups == 3 && number.groupLength(0) == 4 && number.groupLength(1) == 6
        && number.groupLength(2) == 5;
    for (int g = 0; g < groups - 1 && !express; g++) {
      if (number.groupLength(g) != 4) {
        return false;
      }
    }
    return groups >= 4 || express;
  }
}
