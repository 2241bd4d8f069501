package io.safehand.core.detect.sheet;

/** Characters that XML cannot hold are written {@code _x000D_} in a sheet's texts. */
final class Escapes {
  private static final int LENGTH = 7;

  private Escapes() {}

  static String plain(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int code = code(text, at);
      if (code >= 0) {
        plain.append(text, from, at).append((char) code);
        from = at + LENGTH;
      }
      at = text.indexOf("_x", code >= 0 ? from : at + 1);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int code(String text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return Character.isSurrogate((char) code) ? -1 : code;
  }
}
