package io.safehand.server.custody.consent;

import io.safehand.core.hash.Sha256;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Said;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.EventRows.SaidRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Everything that one person answered, and what stood after each answer. Of imported answers it tells what the import
 * told: the file, and when it was imported; not how or when the person said it. May be used by many threads.
 */
@Component
public final class Histories {
  private final Storage storage;
  private final EventRows events;
  private final HistoryRows rows;
  private final NoticeRows notices;

  Histories(Storage storage, EventRows events, HistoryRows rows, NoticeRows notices) {
    this.storage = storage;
    this.events = events;
    this.rows = rows;
    this.notices = notices;
  }

  /** In the order in which it was recorded. */
  public List<RecordedAnswer> of(CompanyId company, PersonId person) {
    return storage.in(company, () -> {
      Map<Long, HistoryRows.Circumstance> how = new HashMap<>();
      rows.of(company, person).forEach(row -> how.put(row.seq(), row));
      Replay replay = new Replay(notices.changed(company));
      List<RecordedAnswer> all = new ArrayList<>();
      for (SaidRow said : events.said(company, List.of(person))) {
        HistoryRows.Circumstance own = Optional.ofNullable(how.get(said.seq())).orElseThrow();
        said.each((purpose, one) -> {
          StandingAnswer after = replay.hear(person, purpose, said.seq(), one).at(one.recorded());
          if (!purpose.equals(EventRows.GUARDIAN)) {
            all.add(recorded(own, id(own, said, purpose), purpose, one, after));
          }
        });
      }
      return all;
    });
  }

  /** The one of this id. */
  public Optional<RecordedAnswer> find(CompanyId company, PersonId person, UUID id) {
    return of(company, person).stream().filter(answer -> answer.id().equals(id)).findFirst();
  }

  private static UUID id(HistoryRows.Circumstance own, SaidRow said, String purpose) {
    if (!said.isImported()) {
      return own.id();
    }
    byte[] hash = Sha256
        .of((own.id() + " " + said.person() + " " + purpose).getBytes(StandardCharsets.UTF_8));
    ByteBuffer from = ByteBuffer.wrap(hash);
    return new UUID(from.getLong() & ~0xf000L | 0x8000L, from.getLong() & ~(3L << 62) | 2L << 62);
  }

  private static RecordedAnswer recorded(HistoryRows.Circumstance own, UUID id, String purpose, Said said,
      StandingAnswer after) {
    return new RecordedAnswer(id, new Purpose(purpose), said.answer().answer(), after.answer(),
        said.earlier().orElse(said.recorded()), said.recorded(), said.answer().until(), said.answer().by(),
        own.method(), own.expression(), own.surface(), own.separate(), own.provenance(), own.by(),
        Math.toIntExact(said.notice()), own.language(), own.served());
  }
}
