package io.safehand.server.base.api;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of calls that count once. A row is kept for a day. */
@Component
final class Answers {
  static final Duration KEPT = Duration.ofDays(1);

  private final Storage storage;
  private final Clock clock;

  Answers(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** @param status empty while nobody knows what came of the call */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Kept(byte[] request, Optional<Integer> status, String mediaType, byte[] sealed, Instant at) {}

  /** Claims the key for this request; what is kept under it when it was used before. Durable when it returns. */
  Optional<Kept> claim(Account by, byte[] key, byte[] request) {
    return storage.in(by.company(), () -> {
      storage.jdbc()
          .sql("delete from api.answer where company_id = ? and at < ?")
          .params(by.company().value(), time(clock.instant().minus(KEPT)))
          .update();
      boolean claimed = storage.jdbc()
          .sql(
              """
                  insert into api.answer (company_id, account_id, key_sha256, request_sha256, at) values (?, ?, ?, ?, ?)
                  on conflict do nothing
                  """)
          .params(by.company().value(), by.id().value(), key, request, time(clock.instant()))
          .update() == 1;
      return claimed ? Optional.<Kept>empty() : Optional.of(find(by, key));
    });
  }

  private Kept find(Account by, byte[] key) {
    return storage.jdbc()
        .sql("""
            select request_sha256, status, coalesce(media_type, ''), coalesce(sealed, ''), at from api.answer
             where company_id = ? and account_id = ? and key_sha256 = ?
            """)
        .params(by.company().value(), by.id().value(), key)
        .query((row, n) -> new Kept(row.getBytes(1), Optional.ofNullable(row.getObject(2, Integer.class)),
            row.getString(3), row.getBytes(4), row.getObject(5, OffsetDateTime.class).toInstant()))
        .single();
  }

  void keep(Account by, byte[] key, int status, String mediaType, byte[] sealed) {
    storage.run(by.company(), () -> storage.jdbc().sql("""
        update api.answer set status = ?, media_type = ?, sealed = ?
         where company_id = ? and account_id = ? and key_sha256 = ?
        """).params(status, mediaType, sealed, by.company().value(), by.id().value(), key).update());
  }

  /** Nothing was done under this key; it may be used again. */
  void release(Account by, byte[] key) {
    storage.run(by.company(),
        () -> storage.jdbc()
            .sql("delete from api.answer where company_id = ? and account_id = ? and key_sha256 = ?")
            .params(by.company().value(), by.id().value(), key)
            .update());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
