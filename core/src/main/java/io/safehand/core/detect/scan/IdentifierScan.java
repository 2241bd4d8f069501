package io.safehand.core.detect.scan;

import io.safehand.core.detect.identifiers.Plates;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.identifiers.NumberPlan;
import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.detect.names.NameFinder;
import io.safehand.core.detect.names.NameWords;
import io.safehand.core.person.Regions;

/**
 * Finds identifiers, names and addresses in UTF-8 in one pass. Not for sharing between threads; make one a thread and
 * use it again and again.
 *
 * <p>Each character is looked up once in a table; nearly all are passed over at that. At the others, digits, signs,
 * surnames, a small finder looks back and ahead. What numbers have checks or structure is reported only if they hold;
 * QQ numbers, WeChat names, passports and permits of Taiwan only behind a word for them; service lines, mailboxes of a
 * function, order numbers and time stamps are not.
 *
 * <p>Findings come in the order in which they are noticed, which is not always the order of the text, and may overlap.
 * The text must be well-formed; a malformed one gives wrong answers, never an error.
 */
public final class IdentifierScan {
  private static final byte NUMBER = 1;
  private static final byte EMAIL = 2;
  private static final byte COLON = 3;
  private static final byte PLATE = 4;
  private static final byte SURNAME = 5;
  private static final byte DOT = 6;
  private static final byte WECHAT = 7;
  private static final byte PLATE_OR_NAME = 8;
  private static final byte OFFICE = 9;
  private final byte[] kinds = new byte[1 << 16];
  private final Glyphs glyphs = new Glyphs();
  private final NumberFinder numbers;
  private final EmailFinder emails = new EmailFinder(glyphs);
  private final PlateFinder plates = new PlateFinder(glyphs);
  private final NameFinder names;
  private final LabelFinder labels;
  private final AddressFinder addresses;

  /** With the number plan that is shipped. */
  public IdentifierScan() {
    this(NumberPlan.shipped());
  }

  public IdentifierScan(NumberPlan plan) {
    NameWords words = new NameWords();
    addresses = new AddressFinder(glyphs, new Regions());
    numbers = new NumberFinder(glyphs, new NumberShapes(plan), addresses);
    names = new NameFinder(glyphs, words);
    labels = new LabelFinder(glyphs, words, addresses, new Checks(plan));
    words.eachFirst(c -> kinds[c] = SURNAME);
    words.eachOffice(c -> kinds[c] = kinds[c] == 0 ? OFFICE : kinds[c]);
    mark("0123456789０１２３４５６７８９", NUMBER);
    mark("@＠", EMAIL);
    mark(":：=＝", COLON);
    mark("·•・‧", DOT);
    mark("信xXtT", WECHAT);
    Plates.PROVINCES.chars().forEach(c -> kinds[c] = kinds[c] == SURNAME ? PLATE_OR_NAME : PLATE);
  }

  private void mark(String characters, byte kind) {
    characters.chars().forEach(c -> kinds[c] = kind);
  }

  /** Another document begins: names seen before count no longer. */
  public void newDocument() {
    names.forget();
  }

  /** Scans {@code text[from, to)}, which must begin and end between characters. */
  public void scan(byte[] text, int from, int to, Findings findings) {
    glyphs.on(text, from, to);
    numbers.restart();
    addresses.restart();
    names.restart();
    byte[] table = kinds;
    int i = from;
    while (i < to) {
      int b = text[i];
      if (b >= 0) {
        byte kind = table[b];
        i = kind == 0 ? i + 1 : Math.max(i + 1, examine(kind, b, i, findings));
      } else if (b < (byte) 0xF0 && b >= (byte) 0xE0 && i + 2 < to) {
        int c = (b & 0xF) << 12 | (text[i + 1] & 0x3F) << 6 | text[i + 2] & 0x3F;
        byte kind = table[c];
        i = kind == 0 ? i + 3 : Math.max(i + 3, examine(kind, c, i, findings));
      } else if (b == (byte) 0xC2 && i + 1 < to && text[i + 1] == (byte) 0xB7) {
        i = Math.max(i + 2, names.dotted(i, findings));
      } else {
        i += glyphs.width(i);
      }
    }
  }

  /** Characters looked at a second time since this scan was made, to see that no text makes it look again and again. */
  long looks() {
    return glyphs.looks();
  }

  private int examine(byte kind, int c, int i, Findings findings) {
    return switch (kind) {
      case NUMBER -> numbers.at(i, findings);
      case EMAIL -> emails.at(i, findings);
      case COLON -> labels.at(i, findings);
      case PLATE -> plates.at(i, findings);
      case SURNAME -> names.at(i, c, findings);
      case DOT -> names.dotted(i, findings);
      case WECHAT -> labels.wechatWord(i, findings);
      case OFFICE -> names.office(i, c, findings);
      case PLATE_OR_NAME -> plateOrName(i, c, findings);
      default -> glyphs.next(i);
    };
  }

  private int plateOrName(int i, int c, Findings findings) {
    int after = plates.at(i, findings);
    return after > glyphs.next(i) ? after : names.at(i, c, findings);
  }
}
