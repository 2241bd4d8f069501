package io.safehand.server.custody.notices;

import io.safehand.core.rules.LegalPath;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A notice about a deal, in both languages, as it is drafted.
 *
 * @param answerUntil until when people are asked to answer; later answers are recorded too
 */
public record Notice(UUID deal, LegalPath path, Instant answerUntil, NoticeText zh, NoticeText en) {
  public Notice {
    if (zh.language() != Language.ZH || en.language() != Language.EN) {
      throw new IllegalArgumentException("a notice is written in zh and en");
    }
  }

  /**
   * A part that a notice lacks.
   *
   * @param byLaw ordered by law, or else asked for by this product
   */
  public record Missing(Language language, NoticePart part, boolean byLaw) {}

  /** What it must say and does not; sensitive information asks for more on some paths. */
  public List<Missing> missing(boolean sensitive) {
    Set<NoticePart> ordered = NoticePart.ordered(path, sensitive);
    Set<NoticePart> all = EnumSet.copyOf(ordered);
    all.addAll(NoticePart.expected(path));
    List<Missing> missing = new ArrayList<>();
    for (NoticeText text : List.of(zh, en)) {
      for (NoticePart part : all) {
        if (!text.says(part)) {
          missing.add(new Missing(text.language(), part, ordered.contains(part)));
        }
      }
    }
    return missing;
  }
}
