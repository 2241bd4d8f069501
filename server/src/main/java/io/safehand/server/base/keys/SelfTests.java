package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.SignerRole;
import io.safehand.core.ledger.note.SigningAlgorithm;
import io.safehand.core.ledger.note.TrustedKey;
import io.safehand.core.vault.KnownAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this machine still computes its algorithms right: at the start, daily, and when somebody asks. A wrong answer
 * makes the server unhealthy. May be used by many threads.
 */
@Component
public final class SelfTests implements HealthIndicator {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String KEY = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
  private static final String SIGNATURE = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
      + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

  private final Clock clock;
  private volatile @Nullable Outcome last;

  SelfTests(Clock clock) {
    this.clock = clock;
  }

  /** The answers, and when they were given. */
  public record Outcome(List<KnownAnswers.Answer> answers, Instant at) {
    public Outcome {
      answers = List.copyOf(answers);
    }

    public boolean passed() {
      return answers.stream().allMatch(KnownAnswers.Answer::passed);
    }
  }

  /** Asks all now. */
  public Outcome run() {
    List<KnownAnswers.Answer> answers = new ArrayList<>(KnownAnswers.ask());
    answers.add(new KnownAnswers.Answer("Ed25519", ed25519()));
    Outcome now = new Outcome(answers, clock.instant());
    last = now;
    return now;
  }

  /** What was answered within the last day. */
  public Outcome recent() {
    Outcome known = last;
    return known == null || !clock.instant().isBefore(known.at().plus(DAY)) ? run() : known;
  }

  /** Asked all the time, so that the tests run daily by themselves. */
  @Override
  public Health health() {
    return recent().passed() ? Health.up().build() : Health.down().build();
  }

  /** RFC 8032, 7.1, test 2, and the same for another message. */
  private static boolean ed25519() {
    TrustedKey key = new TrustedKey("known", SigningAlgorithm.ED25519, SignerRole.HOUSE,
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(KEY)));
    byte[] signature = HexFormat.of().parseHex(SIGNATURE);
    return key.verifies(new byte[]{0x72}, signature) && !key.verifies(new byte[]{0x73}, signature);
  }
}
