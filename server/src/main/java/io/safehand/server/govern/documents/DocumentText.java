package io.safehand.server.govern.documents;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;

/**
 * What a version says, in Chinese and English. Its hash is over canonical JSON; docs/formats/document.md, format 1.
 *
 * @param kind stable and dotted, such as {@code policy}
 */
public record DocumentText(String kind, Wording zh, Wording en) {
  private static final int FORMAT = 1;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BODY = 400_000;

  /** Title and body in one language; the body is Markdown. */
  public record Wording(String title, String body) {
    public Wording {
      if (title.isBlank() || title.length() > LONGEST_TITLE
          || title.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a title is one line of at most " + LONGEST_TITLE + " characters");
      }
      if (body.length() > LONGEST_BODY) {
        throw new IllegalArgumentException("a document has at most " + LONGEST_BODY + " characters");
      }
    }
  }

  public DocumentText {
    if (!kind.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("the kind of a document is a stable code");
    }
  }

  /** SHA-256 of the canonical form, 64 hexadecimal digits. */
  public String sha256() {
    return Sha256.hex(canonical());
  }

  /** The bytes that are hashed, approved and given out. */
  public byte[] canonical() {
    return Json.object()
        .with("format", FORMAT)
        .with("kind", kind)
        .with("zh", json(zh))
        .with("en", json(en))
        .canonical();
  }

  static DocumentText parse(byte[] canonical) {
    Json.Object top = Json.parse(canonical).asObject().only("format", "kind", "zh", "en");
    if (top.number("format") != FORMAT) {
      throw new IllegalArgumentException("a document of another format than " + FORMAT);
    }
    return new DocumentText(top.text("kind"), wording(top.object("zh")), wording(top.object("en")));
  }

  private static Json.Object json(Wording wording) {
    return Json.object().with("title", wording.title()).with("body", wording.body());
  }

  private static Wording wording(Json.Object given) {
    given.only("title", "body");
    return new Wording(given.text("title"), given.text("body"));
  }
}
