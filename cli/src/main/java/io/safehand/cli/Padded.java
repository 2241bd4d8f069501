package io.safehand.cli;

/** A text in a table: on a terminal a Chinese character is two columns wide. */
record Padded(String text) {

  String to(int columns) {
    return text + " ".repeat(Math.max(1, columns - width()));
  }

  String from(int columns) {
    return " ".repeat(Math.max(1, columns - width())) + text;
  }

  private int width() {
    return text.codePoints().map(c -> c >= 0x1100 && c <= 0xFFE6 ? 2 : 1).sum();
  }
}
