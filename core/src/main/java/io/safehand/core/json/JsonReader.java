package io.safehand.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one value from bytes; one reader a value. */
final class JsonReader {
  static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 64;
  private static final int LARGEST_EXPONENT = 308;
  private final byte[] in;
  private int at;

  JsonReader(byte[] in) {
    this.in = in;
  }

  /** The value, which must fill the bytes. */
  Json only() {
    requireUtf8();
    Json value = value(0);
    skipSpace();
    if (at < in.length) {
      throw refused("bytes after the value");
    }
    return value;
  }

  private void requireUtf8() {
    if (isAscii()) {
      return;
    }
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(in);
    CharBuffer chars = CharBuffer.allocate(1024);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(bytes, chars.clear(), true);
    }
    if (result.isError()) {
      at = bytes.position();
      throw refused("not UTF-8");
    }
  }

  /** Most of our files are, and then no decoder is needed. */
  private boolean isAscii() {
    byte all = 0;
    for (byte one : in) {
      all |= one;
    }
    return all >= 0;
  }

  private Json value(int depth) {
    skipSpace();
    return switch (peek()) {
      case '{' -> object(deeper(depth));
      case '[' -> array(deeper(depth));
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw refused("not a value");
    };
  }

  private int deeper(int depth) {
    if (depth == DEEPEST) {
      throw refused("deeper than " + DEEPEST + " levels");
    }
    return depth + 1;
  }

  private Json object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    if (skipTo('}')) {
      return new Json.Object(members);
    }
    do {
      skipSpace();
      int start = at;
      String name = string();
      if (!skipTo(':')) {
        throw refused("no colon");
      }
      if (members.putIfAbsent(name, value(depth)) != null) {
        at = start;
        throw refused("a member named twice");
      }
    } while (skipTo(','));
    return closed('}', new Json.Object(members));
  }

  private Json array(int depth) {
    List<Json> items = new ArrayList<>();
    at++;
    if (skipTo(']')) {
      return new Json.Array(items);
    }
    do {
      items.add(value(depth));
    } while (skipTo(','));
    return closed(']', new Json.Array(items));
  }

  private Json closed(char bracket, Json value) {
    if (!skipTo(bracket)) {
      throw refused("neither a comma nor the end");
    }
    return value;
  }

  private Json word(String word, Json value) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw refused("not a value");
      }
      at++;
    }
    return value;
  }

  private String string() {
    if (peek() != '"') {
      throw refused("no quotation mark");
    }
    int start = ++at;
    while (peek() != '"') {
      if (in[at] == '\\') {
        return escapedString(start);
      }
      requireNoControl();
      at++;
    }
    return new String(in, start, at++ - start, UTF_8);
  }

  private String escapedString(int start) {
    StringBuilder text = new StringBuilder();
    int plain = start;
    while (peek() != '"') {
      requireNoControl();
      if (in[at] == '\\') {
        text.append(new String(in, plain, at - plain, UTF_8)).append(escape());
        plain = at;
      } else {
        at++;
      }
    }
    text.append(new String(in, plain, at - plain, UTF_8));
    return whole(text.toString(), start, at++);
  }

  private String whole(String text, int start, int end) {
    try {
      Expected.unicode(text);
      return text;
    } catch (JsonRefused refused) {
      at = start;
      throw refused(refused.what() + " in the text of " + (end - start) + " bytes");
    }
  }

  private char escape() {
    at++;
    char c = (char) peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex4();
      default -> throw refused("not an escape");
    };
  }

  private char hex4() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw refused("not an escape");
      }
      code = code << 4 | digit;
      at++;
    }
    return (char) code;
  }

  private void requireNoControl() {
    if (in[at] >= 0 && in[at] < 0x20) {
      throw refused("a control character in text");
    }
  }

  private Json number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      exponent();
    }
    if (at - start > LONGEST_NUMBER) {
      throw refused("a number of more than " + LONGEST_NUMBER + " characters");
    }
    return new Json.Number(new BigDecimal(new String(in, start, at - start, UTF_8)));
  }

  private void exponent() {
    int start = at;
    digits();
    if (at - start > 3 || Integer.parseInt(new String(in, start, at - start, UTF_8)) > LARGEST_EXPONENT) {
      throw refused("an exponent beyond " + LARGEST_EXPONENT);
    }
  }

  private void digits() {
    if (!isDigit()) {
      throw refused("no digit");
    }
    while (isDigit()) {
      at++;
    }
  }

  private boolean isDigit() {
    return at < in.length && in[at] >= '0' && in[at] <= '9';
  }

  private boolean skip(char c) {
    boolean here = at < in.length && in[at] == c;
    at += here ? 1 : 0;
    return here;
  }

  private boolean skipTo(char c) {
    skipSpace();
    return skip(c);
  }

  private void skipSpace() {
    while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
      at++;
    }
  }

  private int peek() {
    if (at == in.length) {
      throw refused("the end comes too early");
    }
    return in[at];
  }

  private JsonRefused refused(String what) {
    return new JsonRefused(at, what);
  }
}
