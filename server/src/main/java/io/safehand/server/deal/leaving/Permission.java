package io.safehand.server.deal.leaving;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.deals.Deals;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether anything may leave now. From the signing of a deal to its end the customers are promised to somebody else, so
 * nothing leaves beside the hand-over. A hold and a deal are refused with one and the same code: whoever is not assigned
 * to a deal must not learn that there is one.
 */
@Component
final class Permission {
  private static final Set<Stage> COMMITTED = Set.of(Stage.SIGNING, Stage.NOTICE, Stage.CLOSING,
      Stage.POST_CLOSING);

  private final Standing standing;
  private final Deals deals;

  private final Decisions decisions;
  private final Inventories inventories;

  Permission(Standing standing, Deals deals, Decisions decisions, Inventories inventories) {
    this.standing = standing;
    this.deals = deals;
    this.decisions = decisions;
    this.inventories = inventories;
  }

  /** The hash of what would be decided now; empty without an inventory. */
  Optional<String> decided(CompanyId company, Copy copy) {
    return inventories.adopted(company).map(adopted -> copy.wanted().sha256(copy.id(), adopted.sha256()));
  }

  /** @throws CopyRefused when this copy was decided on for another inventory than the one in force */
  void requireAsDecided(CompanyId company, Copy copy) {
    Optional<String> voted = decisions.matter(company, copy.matter()).map(Matter::contentHash);
    if (voted.isEmpty() || !voted.equals(decided(company, copy))) {
      throw new CopyRefused("leaving.not-decided");
    }
  }

  /** @throws CopyRefused while a hold or a deal forbids it */
  void require(CompanyId company, AccountId holder) {
    boolean held = standing.ask(company, Hold.Effect.FREEZE, Subject.of(company), Subject.of(holder))
        .isPresent();
    if (held || deals.deals(company).stream().anyMatch(deal -> COMMITTED.contains(deal.stage()))) {
      throw new CopyRefused("leaving.held");
    }
  }
}
