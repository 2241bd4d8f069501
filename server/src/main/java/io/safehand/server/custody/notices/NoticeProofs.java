package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** That everybody was told about a deal, and that what happens about the unreachable is decided. */
@Component
final class NoticeProofs implements ProofSource {
  private static final String DELIVERED = "notice.delivered";
  private static final String COVERED = "notice.covered";

  private final Storage storage;
  private final CampaignRows campaigns;

  NoticeProofs(Storage storage, CampaignRows campaigns) {
    this.storage = storage;
    this.campaigns = campaigns;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELIVERED, COVERED);
  }

  /** The newest finished campaign of the deal counts. */
  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    if (subject.kind() != Subject.Kind.DEAL) {
      return Proof.missing(subject, kind);
    }
    UUID deal = UUID.fromString(subject.id());
    Optional<Campaign> finished = storage.in(company, () -> campaigns.ofDeal(company, deal))
        .stream()
        .filter(campaign -> campaign.finishedAt().isPresent())
        .reduce((older, newer) -> newer);
    return finished.filter(
        campaign -> kind.equals(DELIVERED) || campaign.undeliverable() == 0 || campaign.settled().isPresent())
        .map(campaign -> holds(subject, kind, campaign))
        .orElseGet(() -> Proof.missing(subject, kind));
  }

  private static Proof holds(Subject subject, String kind, Campaign campaign) {
    Instant since = campaign.finishedAt().orElseThrow();
    return Proof.holds(subject, kind, since, "notices/" + campaign.id());
  }
}
