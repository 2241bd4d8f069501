package io.safehand.server.base.tables;

import java.time.Instant;

/** What stands in one place of a table. */
public sealed interface Cell {
  Cell NOTHING = new Text("");

  static Cell text(String text) {
    return new Text(text);
  }

  static Cell count(long count) {
    return new Count(count);
  }

  static Cell time(Instant at) {
    return new Time(at);
  }

  /** A stable code, shown by the text {@code <prefix>.<code>} where there is one. Tables can be filtered by it. */
  static Cell code(String prefix, String code) {
    return new Code(prefix, code, Tone.PLAIN);
  }

  /** This cell, leading to a path of this server. */
  default Cell to(String path) {
    return new Link(this, path);
  }

  /** Text that somebody wrote. */
  record Text(String text) implements Cell {
    @Override
    public String toString() {
      return "Text[•••]";
    }
  }

  /** How much. */
  record Count(long count) implements Cell {}

  /** When. */
  record Time(Instant at) implements Cell {}

  /** One of a closed set. */
  record Code(String prefix, String code, Tone tone) implements Cell {
    public Code in(Tone other) {
      return new Code(prefix, code, other);
    }
  }

  /** A cell that leads somewhere. */
  record Link(Cell shown, String path) implements Cell {}

  /** A button that posts to a path; never in a file. */
  record Button(String text, String path) implements Cell {}

  /** Whether a code is good news. */
  enum Tone {
    PLAIN, GOOD, WARN, BAD
  }
}
