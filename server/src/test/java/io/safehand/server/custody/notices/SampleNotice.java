package io.safehand.server.custody.notices;

import io.safehand.core.rules.LegalPath;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A notice that says everything. */
public final class SampleNotice {
  private SampleNotice() {}

  public static Notice full(UUID deal, LegalPath path) {
    return new Notice(deal, path, Instant.parse("2026-03-01T00:00:00Z"), text(Language.ZH),
        text(Language.EN));
  }

  static NoticeText text(Language language) {
    Map<NoticePart, String> parts = new EnumMap<>(NoticePart.class);
    for (NoticePart part : NoticePart.values()) {
      parts.put(part, language + " " + part.code());
    }
    return new NoticeText(language, parts);
  }
}
