package io.safehand.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes one value, canonically or for people; one writer a value. */
final class JsonWriter {
  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);
  private final StringBuilder out = new StringBuilder();
  private final boolean canonical;

  private JsonWriter(boolean canonical) {
    this.canonical = canonical;
  }

  static byte[] canonical(Json value) {
    JsonWriter writer = new JsonWriter(true);
    writer.write(value, 0);
    return writer.out.toString().getBytes(UTF_8);
  }

  static String pretty(Json value) {
    JsonWriter writer = new JsonWriter(false);
    writer.write(value, 0);
    return writer.out.append('\n').toString();
  }

  private void write(Json value, int depth) {
    switch (value) {
      case Json.Text text -> quoted(text.value());
      case Json.Number number -> number(number.value());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null nothing -> out.append("null");
      case Json.Array array -> array(array.items(), depth);
      case Json.Object object -> object(object.members(), depth);
    }
  }

  private void array(List<Json> items, int depth) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      next(i, depth + 1);
      write(items.get(i), depth + 1);
    }
    end(']', items.isEmpty(), depth);
  }

  private void object(Map<String, Json> members, int depth) {
    List<Map.Entry<String, Json>> ordered = new ArrayList<>(members.entrySet());
    if (canonical) {
      // String order is the order of UTF-16 code units, which RFC 8785 asks for
      Collections.sort(ordered, Comparator.comparing(Map.Entry::getKey));
    }
    out.append('{');
    for (int i = 0; i < ordered.size(); i++) {
      next(i, depth + 1);
      quoted(ordered.get(i).getKey());
      out.append(canonical ? ":" : ": ");
      write(ordered.get(i).getValue(), depth + 1);
    }
    end('}', members.isEmpty(), depth);
  }

  private void next(int index, int depth) {
    if (depth > JsonReader.DEEPEST) {
      throw new JsonRefused("deeper than " + JsonReader.DEEPEST + " levels");
    }
    if (index > 0) {
      out.append(',');
    }
    line(depth);
  }

  private void end(char bracket, boolean empty, int depth) {
    if (!empty) {
      line(depth);
    }
    out.append(bracket);
  }

  private void line(int depth) {
    if (!canonical) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void number(BigDecimal value) {
    if (!canonical) {
      out.append(value);
      return;
    }
    boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.abs().compareTo(LARGEST) > 0) {
      throw new JsonRefused("a number without a canonical form");
    }
    out.append(value.longValueExact());
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        escaped(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
    }
  }
}
