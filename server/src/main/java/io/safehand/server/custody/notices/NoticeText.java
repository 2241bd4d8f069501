package io.safehand.server.custody.notices;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a notice says in one language, part by part. It speaks to everybody alike, so it holds no customer's data.
 *
 * <p>Its hash is over canonical JSON; docs/formats/notice.md, format 1.
 */
public record NoticeText(Language language, Map<NoticePart, String> parts) {
  private static final int FORMAT = 1;
  private static final int LONGEST_PART = 4_000;

  /** The languages a notice is written in. */
  public enum Language {
    ZH, EN
  }

  public NoticeText {
    parts = Map.copyOf(parts);
    if (parts.values().stream().anyMatch(text -> text.length() > LONGEST_PART)) {
      throw new IllegalArgumentException("a part of a notice has at most " + LONGEST_PART + " characters");
    }
  }

  boolean says(NoticePart part) {
    return !parts.getOrDefault(part, "").isBlank();
  }

  /** SHA-256 of the canonical form, 64 hexadecimal digits. */
  public String sha256() {
    return Sha256.hex(canonical());
  }

  String json() {
    return new String(canonical(), StandardCharsets.UTF_8);
  }

  static NoticeText parse(String json) {
    Json.Object top = Json.parse(json.getBytes(StandardCharsets.UTF_8))
        .asObject()
        .only("format", "language", "parts");
    if (top.number("format") != FORMAT) {
      throw new IllegalArgumentException("a notice of another format than " + FORMAT);
    }
    Map<NoticePart, String> parts = new EnumMap<>(NoticePart.class);
    Json.Object given = top.object("parts");
    for (NoticePart part : NoticePart.values()) {
      if (given.has(part.code())) {
        parts.put(part, given.text(part.code()));
      }
    }
    if (parts.size() != given.members().size()) {
      throw new IllegalArgumentException("a notice with a part that is not known");
    }
    return new NoticeText(Language.valueOf(top.text("language")), parts);
  }

  private byte[] canonical() {
    Json.Object said = Json.object();
    for (Map.Entry<NoticePart, String> part : parts.entrySet()) {
      said = said.with(part.getKey().code(), part.getValue());
    }
    return Json.object()
        .with("format", FORMAT)
        .with("language", language.name())
        .with("parts", said)
        .canonical();
  }
}
