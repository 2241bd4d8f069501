package io.safehand.server.custody.consent;

import io.safehand.core.person.PersonId;
import io.safehand.core.rules.ConsentHistory;
import io.safehand.core.rules.Said;
import io.safehand.core.rules.StandingAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays what people said, and the notices that changed its meaning, in the order in which all was recorded. */
final class Replay {
  private final List<NoticeRows.Changed> changes;
  private final Map<Key, ConsentHistory> histories = new HashMap<>();

  private record Key(PersonId person, String purpose) {}

  Replay(List<NoticeRows.Changed> changes) {
    this.changes = changes;
  }

  /** Takes the next thing said; gives what stands after it. */
  ConsentHistory hear(PersonId person, String purpose, long seq, Said said) {
    return histories.compute(new Key(person, purpose),
        (key, before) -> (before == null ? ConsentHistory.SILENT : before).meaning(meaning(purpose, seq))
            .then(said));
  }

  /** What stands at this moment of everything that was heard. */
  void present(Instant now, Hearing hearing) {
    histories.forEach((key, history) -> hearing.hear(key.person, key.purpose,
        history.meaning(meaning(key.purpose, Long.MAX_VALUE)).at(now)));
  }

  private long meaning(String purpose, long seq) {
    long meaning = 0;
    for (NoticeRows.Changed change : changes) {
      if (change.seq() < seq && change.purpose().equals(purpose)) {
        meaning = Math.max(meaning, change.version());
      }
    }
    return meaning;
  }

  @FunctionalInterface
  interface Hearing {
    void hear(PersonId person, String purpose, StandingAnswer answer);
  }
}
