package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Keywords;
import io.safehand.core.detect.identifiers.Chats;
import io.safehand.core.detect.identifiers.NumberPlan;
import io.safehand.core.person.Category;

/**
 * Decides what a number in text is, from its shape, its check digits, how it is cut into groups and the words before
 * it.
 */
final class NumberShapes {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 25;
  private static final Keywords QQ = new Keywords("qq qq号 企鹅 企鹅号 扣扣 q q群 q+q qq/微信 qq微信");
  private static final Shape QQ_NUMBER = new Shape(Category.QQ, 90);
  private final PhoneShapes phones;
  private final CardShapes cards = new CardShapes();
  private final PaperShapes papers = new PaperShapes();
  private final Chats chats = new Chats();

  NumberShapes(NumberPlan plan) {
    phones = new PhoneShapes(plan);
  }

  /** Whether anything has as many digits and letters. */
  boolean possible(int length) {
    return length >= SHORTEST && length <= LONGEST;
  }

  Shape shape(Candidate number) {
    if (number.torn()) {
      return Shape.NONE;
    }
    return number.single() ? single(number) : grouped(number);
  }

  /** Whether groups that are nothing together are nothing one by one. */
  boolean damaged(Candidate number) {
    return cards.damaged(number);
  }

  private Shape grouped(Candidate number) {
    if (number.pointed()) {
      boolean mobile = number.groups() == 3 && number.groupLength(0) == 3 && number.groupLength(1) == 4;
      return mobile && number.allDigits() ? phones.mobile(number, 0) : Shape.NONE;
    }
    Shape paper = papers.grouped(number);
    if (paper.found() || !number.allDigits()) {
      return paper;
    }
    Shape phone = phones.grouped(number);
    return phone.found() ? phone : cards.grouped(number);
  }

  private Shape single(Candidate number) {
    String text = number.text();
    int letters = 0;
    while (letters < text.length() && text.charAt(letters) >= 'A') {
      letters++;
    }
    boolean digits = number.digitsFrom(letters);
    if (letters == 0 && digits) {
      return digits(number);
    }
    if (number.length() == 18) {
      return papers.eighteen(number);
    }
    return digits ? lettered(number, letters) : suffixed(number);
  }

  private Shape digits(Candidate number) {
    int length = number.length();
    if (length <= 11 && number.behind(QQ) && chats.qq(number.text(), length)) {
      return QQ_NUMBER;
    }
    return switch (length) {
      case 7, 8, 9, 10 -> shorter(number, length);
      case 11 -> number.text().charAt(0) == '0' ? phones.landline(number) : phones.mobile(number, 0);
      case 12 -> phones.landline(number);
      case 13 -> other(phones.mobile(number, phones.country(number)), cards.card(number));
      case 14, 16, 17, 19 -> cards.card(number);
      case 15 -> fifteen(number);
      case 18 -> eighteen(number);
      default -> Shape.NONE;
    };
  }

  private Shape shorter(Candidate number, int length) {
    Shape permit = length == 8 || length == 10 ? papers.taiwan(number) : Shape.NONE;
    if (permit.found()) {
      return permit;
    }
    return length == 9
        ? papers.passport(number)
        : length == 10 ? phones.landline(number) : phones.local(number);
  }

  private Shape fifteen(Candidate number) {
    Shape phone = phones.mobile(number, number.text().startsWith("0086") ? 4 : 0);
    return other(other(papers.fifteen(number), phone), cards.card(number));
  }

  private Shape eighteen(Candidate number) {
    Shape paper = papers.eighteen(number);
    return other(paper, papers.damaged(number) ? cards.labelled(number) : cards.card(number));
  }

  private static Shape other(Shape first, Shape second) {
    return first.found() ? first : second;
  }

  /** Letters, then digits: papers, and numbers whose word is written without a space. */
  private Shape lettered(Candidate number, int letters) {
    Shape paper = papers.lettered(number, letters);
    boolean worded = !paper.found() && letters <= 6 && number.length() - letters >= SHORTEST
        && (number.wordEnds(PhoneShapes.PHONE, letters) || number.wordEnds(QQ, letters));
    if (!worded) {
      return paper;
    }
    number.dropWord(letters);
    return digits(number);
  }

  private Shape suffixed(Candidate number) {
    return other(papers.passport(number), papers.oldTaiwan(number));
  }
}
