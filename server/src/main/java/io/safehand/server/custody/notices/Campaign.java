package io.safehand.server.custody.notices;

import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How far a campaign has come. Counts are of people; delivered is kept apart from answered.
 *
 * @param settled what was decided about the undeliverable
 */
public record Campaign(CampaignId id, UUID deal, LegalPath path, Instant answerUntil, String zhSha256,
    String enSha256, String author, Optional<Instant> releasedAt, Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt, Optional<Undeliverable> settled, Plan plan, Counts counts) {

  /** What happens about people whom the notice did not reach. */
  public enum Undeliverable {
    /** A public announcement that names nobody was made for them. */
    ANNOUNCED,
    /** They stay behind. */
    STAY_BEHIND
  }

  /** People by how far the notice came to them, and by what they answered. */
  public record Counts(Map<Integer, Long> byNumber) {
    public Counts {
      byNumber = Map.copyOf(byNumber);
    }

    public long of(Delivery delivery) {
      return byNumber.getOrDefault(delivery.number(), 0L);
    }

    long of(TransferAnswer answer) {
      return byNumber.getOrDefault(Tally.what(answer), 0L);
    }

    long of(Predicate<Delivery> which) {
      return Arrays.stream(Delivery.values()).filter(which).mapToLong(this::of).sum();
    }
  }

  /** Everybody it was meant for so far; the others are among them. */
  public long planned() {
    return counts.of(delivery -> true);
  }

  /** To whom it left the house. */
  public long sent() {
    return counts.of(Delivery::isSent);
  }

  /** Who counts as told: it was taken for them and did not come back. */
  public long reached() {
    return counts.of(Delivery::isReached);
  }

  /** Of whom somebody says that it arrived. */
  public long delivered() {
    return counts.of(Delivery::isConfirmed);
  }

  public long undeliverable() {
    return counts.of(Delivery.UNDELIVERABLE);
  }

  public long consented() {
    return counts.of(TransferAnswer.CONSENTED);
  }

  public long objected() {
    return counts.of(TransferAnswer.OBJECTED);
  }

  /** Told of planned, in hundredths of a percent; all of nobody is all. */
  public int coverage() {
    return planned() == 0 ? 10_000 : (int) (reached() * 10_000 / planned());
  }
}
