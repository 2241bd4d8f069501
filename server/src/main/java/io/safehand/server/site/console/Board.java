package io.safehand.server.site.console;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * The twenty parts and their points as this version serves them, read from {@code board/parts.json}, format 1. Unknown
 * members are refused.
 */
record Board(List<Part> parts) {
  private static final int FORMAT = 1;

  Board {
    parts = List.copyOf(parts);
  }

  /** Under which of the four heads a part is shown. */
  enum Head {
    LAWFUL, TECHNICAL, INTERNAL, CUSTOMERS
  }

  /** How a point stands in this version. */
  enum State {
    WORKS, PARTLY, NOT_YET
  }

  record Part(int number, Head head, String zh, String en, List<Point> points) {
    public String name(Locale locale) {
      return isChinese(locale) ? zh : en;
    }
  }

  /** @param page where it is seen; empty when nowhere */
  record Point(String zh, String en, State state, String page) {
    public String name(Locale locale) {
      return isChinese(locale) ? zh : en;
    }
  }

  static Board shipped() {
    try (InputStream file = Board.class.getResourceAsStream("/board/parts.json")) {
      if (file == null) {
        throw new IllegalStateException("the board is not on the class path");
      }
      Json.Object top = Json.parse(file.readAllBytes()).asObject().only("format", "parts");
      if (top.number("format") != FORMAT) {
        throw new IllegalStateException("the board has another format than " + FORMAT);
      }
      return new Board(top.array("parts").objects().stream().map(Board::part).toList());
    } catch (IOException unreadable) {
      throw new IllegalStateException("the board cannot be read", unreadable);
    }
  }

  private static Part part(Json.Object part) {
    part.only("part", "head", "zh", "en", "points");
    return new Part(Math.toIntExact(part.number("part")), Head.valueOf(part.text("head")), part.text("zh"),
        part.text("en"), part.array("points").objects().stream().map(Board::point).toList());
  }

  private static Point point(Json.Object point) {
    point.only("zh", "en", "state", "page");
    return new Point(point.text("zh"), point.text("en"), State.valueOf(point.text("state")),
        point.text("page"));
  }

  long count(State state) {
    return parts.stream()
        .flatMap(part -> part.points().stream())
        .filter(point -> point.state() == state)
        .count();
  }

  List<Part> under(Head head) {
    return parts.stream().filter(part -> part.head() == head).toList();
  }

  private static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
