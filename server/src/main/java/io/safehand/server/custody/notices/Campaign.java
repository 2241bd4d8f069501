package io.safehand.server.custody.notices;

import io.safehand.core.rules.LegalPath;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a campaign has come. Counts are of people; delivered is kept apart from answered.
 *
 * @param planned everybody it was meant for so far; sent, delivered and undeliverable are among them
 * @param settled what was decided about the undeliverable
 */
public record Campaign(CampaignId id, UUID deal, LegalPath path, Instant answerUntil, String zhSha256,
    String enSha256, String author, Optional<Instant> releasedAt, Optional<Instant> finishedAt,
    Optional<Undeliverable> settled, long planned, long sent, long delivered, long undeliverable,
    long consented, long objected) {

  /** What happens about people whom the notice did not reach. */
  public enum Undeliverable {
    /** A public announcement that names nobody was made for them. */
    ANNOUNCED,
    /** They stay behind. */
    STAY_BEHIND
  }

  /** Delivered of planned, in hundredths of a percent; all of nobody is all. */
  public int coverage() {
    return planned == 0 ? 10_000 : (int) (delivered * 10_000 / planned);
  }
}
