package io.safehand.server.custody.disclosure.web;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.server.custody.consent.Circumstances;
import io.safehand.server.custody.consent.ConsentEvent;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.consent.Expression;
import io.safehand.server.custody.consent.ServedNotice;
import io.safehand.server.custody.consent.Surface;
import io.safehand.server.custody.disclosure.Question;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as a page or a program sends it, by stable codes. Times are days of the company or UTC instants.
 *
 * @param today a paper of today counts from now
 */
record SaidForm(Map<String, String> values, Surface surface, ZoneId zone, LocalDate today) {
  /** @throws IllegalArgumentException when anything is missing, unknown or contradicts itself */
  ConsentEvent event() {
    String provenance = text("provenance").strip();
    if (!Question.isMatter(provenance)) {
      throw new IllegalArgumentException("provenance is a code");
    }
    try {
      return new ConsentEvent(new Purpose(text("purpose")), Answer.valueOf(code("answer")),
          ConsentMethod.valueOf(code("method")), provenance, time("validUntil", 1), circumstances());
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException("not a time", notATime);
    }
  }

  private Circumstances circumstances() {
    Optional<ServedNotice> notice = text("notice").isEmpty()
        ? Optional.empty()
        : Optional.of(new ServedNotice(text("notice"), text("language"), text("served")));
    Expression expression = text("type").isEmpty() ? Expression.EXPRESSED : Expression.valueOf(code("type"));
    Speaker speaker = text("entity").isEmpty() ? Speaker.PERSON : Speaker.valueOf(code("entity"));
    return new Circumstances(surface, speaker, expression, text("separate").equals("true"), notice,
        text("saidAt").equals(today.toString()) ? Optional.empty() : time("saidAt", 0));
  }

  /** A day begins with its first moment, and ends with that of the next. */
  private Optional<Instant> time(String name, int days) {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.indexOf('T') > 0
        ? Instant.parse(text)
        : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant());
  }

  private String code(String name) {
    return text(name).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private String text(String name) {
    return values.getOrDefault(name, "");
  }
}
