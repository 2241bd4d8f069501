package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a browser's next passkey must sign: 256 random bits, for five minutes, used once. */
@Component
final class Challenges {
  static final Duration VALID = Duration.ofMinutes(5);
  private static final int BYTES = 32;

  private final Storage storage;
  private final SealedTexts texts;
  private final Clock clock;
  private final SecureRandom random;

  Challenges(Storage storage, SealedTexts texts, Clock clock, SecureRandom random) {
    this.storage = storage;
    this.texts = texts;
    this.clock = clock;
    this.random = random;
  }

  /** The part that every question to a browser has. @param holder a secret of the browser, or the id of its session */
  Json.Object ask(String holder) {
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(draw(holder));
    return Json.object().with("challenge", challenge).with("timeout", VALID.toMillis());
  }

  static String text(Json json) {
    return new String(json.canonical(), StandardCharsets.UTF_8);
  }

  private byte[] draw(String holder) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    storage.inNone(() -> {
      storage.jdbc().sql("delete from signin.challenge where ends_at <= ?").param(now()).update();
      return storage.jdbc().sql("""
          insert into signin.challenge (holder, bytes, ends_at) values (?, ?, ?)
          on conflict (holder) do update set bytes = excluded.bytes, ends_at = excluded.ends_at
          """).params(hash(holder), bytes, now().plus(VALID)).update();
    });
    return bytes;
  }

  /** Uses it up. */
  Optional<byte[]> take(String holder) {
    return storage.inNone(() -> storage.jdbc()
        .sql("delete from signin.challenge where holder = ? and ends_at > ? returning bytes")
        .params(hash(holder), now())
        .query(byte[].class)
        .optional());
  }

  private byte[] hash(String holder) {
    return texts.hash("signin.challenge", holder);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
