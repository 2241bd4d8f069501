package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryText;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.MatterId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Declares columns of a source that the inventory lacks: a new version is proposed, the first where there is none, and
 * somebody else must approve exactly its text as always. May be used by many threads.
 */
@Component
public final class Declaring {
  private final Inventories inventories;
  private final Clock clock;
  private final ZoneId zone;

  Declaring(Inventories inventories, Clock clock, ZoneId zone) {
    this.inventories = inventories;
    this.clock = clock;
    this.zone = zone;
  }

  /** For what columns can be declared: the inventory's purposes, and behind them usual ones. */
  public List<PurposeRule> purposes(CompanyId company) {
    return WithColumns.purposes(inventories.adopted(company).map(Adopted::inventory));
  }

  /**
   * Proposes the inventory in force with these columns.
   *
   * @throws io.safehand.core.inventory.InventoryRefused when it would be none, as one without identity
   */
  public MatterId propose(Account by, List<DeclaredColumn> columns) {
    Optional<Adopted> present = inventories.adopted(by.company());
    int number = present.map(Adopted::number).orElse(0) + 1;
    String version = LocalDate.ofInstant(clock.instant(), zone) + "." + number;
    Inventory fresh = WithColumns.of(present.map(Adopted::inventory), columns, version);
    return inventories.propose(by.company(), InventoryText.of(fresh), by);
  }

  /** Whether a proposal that is not in force yet declares all of these columns. */
  public boolean isProposed(CompanyId company, Set<String> columns) {
    return inventories.proposals(company)
        .stream()
        .anyMatch(proposal -> proposal.inventory().columns().containsAll(columns));
  }
}
