package io.safehand.core.detect.files;

import java.util.ArrayList;
import java.util.List;

/** A line of text and what stands in it: {@code 电话⟦mobile 13812345678⟧。}, columns counted in characters from 1. */
record LabelledLine(String text, List<String> values) {

  static LabelledLine of(String marked) {
    StringBuilder text = new StringBuilder();
    List<String> values = new ArrayList<>();
    int at = 0;
    for (int open = marked.indexOf('⟦'); open >= 0; open = marked.indexOf('⟦', at)) {
      text.append(marked, at, open);
      int close = marked.indexOf('⟧', open);
      int space = marked.indexOf(' ', open);
      String value = marked.substring(space + 1, close);
      values.add(
          text.codePointCount(0, text.length()) + 1 + " " + marked.substring(open + 1, space) + " " + value);
      text.append(value);
      at = close + 1;
    }
    return new LabelledLine(text.append(marked.substring(at)).toString(), List.copyOf(values));
  }

  static String mark(String type, String value) {
    return "⟦" + type + " " + value + "⟧";
  }
}
