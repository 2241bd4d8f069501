package io.safehand.server.base.signin;

import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts tries before they are made, in the database, so that no number of them at once, on any node, is more than is
 * allowed. What is counted by (a name, an address, an account) is stored as a keyed hash. May be used by many threads.
 */
@Component
final class Throttle {
  /** In which tries are counted, and for how long it is over after the last of them. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Storage storage;
  private final SealedTexts texts;
  private final Clock clock;

  Throttle(Storage storage, SealedTexts texts, Clock clock) {
    this.storage = storage;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What is counted, and how many tries it has in a window.
   *
   * <p>
   * A name from one source, and a name from a browser that is known, have six each. A name from all unknown browsers
   * together has more, and so has a source for all names. An open invitation has six; for a
   * passkey a source may ask often, since every look at the page does.
   */
  enum Kind {
    NAME_HERE(6), KNOWN_BROWSER(6), NAME(60), ADDRESS(30), CODE(6), PROOF(6), INVITATION(6), ASKING(120);

    final int most;

    Kind(int most) {
      this.most = most;
    }
  }

  /** Counts a try; when it is one too many, until when nothing is tried. */
  Optional<Instant> count(Kind kind, String what) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime until = now.plus(WINDOW);
    return storage.inNone(() -> {
      storage.jdbc().sql("delete from signin.tries where ends_at <= ?").param(now.minus(WINDOW)).update();
      return storage.jdbc()
          .sql(
              """
                  insert into signin.tries as t (subject, count, ends_at) values (?, 1, ?)
                  on conflict (subject) do update
                    set count = case when t.ends_at <= ? then 1 else least(t.count + 1, 1000000) end,
                        ends_at = case when t.ends_at <= ? or t.count + 1 = ? then excluded.ends_at else t.ends_at end
                  returning count, ends_at
                  """)
          .params(hash(kind, what), until, now, now, kind.most)
          .query((row, n) -> row.getInt(1) > kind.most
              ? Optional.of(row.getObject(2, OffsetDateTime.class).toInstant())
              : Optional.<Instant>empty())
          .single();
    });
  }

  /** The try was right: all before it are forgotten. */
  void forget(Kind kind, String what) {
    storage.inNone(() -> storage.jdbc()
        .sql("delete from signin.tries where subject = ?")
        .param(hash(kind, what))
        .update());
  }

  /** The try was right: it alone does not count. */
  void giveBack(Kind kind, String what) {
    storage.inNone(() -> storage.jdbc()
        .sql("update signin.tries set count = count - 1 where subject = ? and count > 0")
        .param(hash(kind, what))
        .update());
  }

  private byte[] hash(Kind kind, String what) {
    return texts.hash("signin.tries." + kind.name(), what);
  }
}
