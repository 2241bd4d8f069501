package io.safehand.server.custody.disclosure;

import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.custody.consent.ConsentNotice;
import io.safehand.server.custody.consent.RecordedAnswer;
import java.util.List;
import java.util.Optional;

/**
 * A purpose that rests on consent, and where one person stands on it.
 *
 * @param notice what people are asked now
 * @param history everything that was answered, in the order in which it was recorded
 */
public record Asked(PurposeRule purpose, StandingAnswer standing, Optional<ConsentNotice> notice,
    List<RecordedAnswer> history) {
  public Asked {
    history = List.copyOf(history);
  }
}
