package io.safehand.core.ledger;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A house with a log, for tests: keys, trust, lines. */
public final class House {
  public static final String NAME = "seller.example/safehand";
  public static final String ORIGIN = NAME + "/company/1";
  private final SigningKeys keys = SigningKeys.generate(NAME, new SecureRandom());

  public SigningKeys keys() {
    return keys;
  }

  public Trust trust() {
    return new Trust(keys.trusted());
  }

  public SignedNote sign(Checkpoint checkpoint) {
    return keys.sign(checkpoint);
  }

  /** The line with this number: always the same bytes. */
  public static byte[] line(long number) {
    return LedgerLine
        .of(new LineNonce(7, number), Instant.ofEpochSecond(1_790_000_000L + number), "account-" + number % 9,
            Act.DISCLOSE)
        .forPurpose("service")
        .with(Json.object().with("number", number))
        .bytes();
  }

  /** The lines from one number up to, not including, another. */
  public static List<byte[]> lines(long from, long to) {
    return LongStream.range(from, to).mapToObj(House::line).toList();
  }
}
