package io.safehand.server.custody.inventory;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import java.util.Set;
import org.springframework.stereotype.Component;

/** That a company has an inventory in force. */
@Component
final class InventoryProofs implements ProofSource {
  private static final String ADOPTED = "inventory.adopted";

  private final Storage storage;
  private final VersionRows rows;

  InventoryProofs(Storage storage, VersionRows rows) {
    this.storage = storage;
    this.rows = rows;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ADOPTED);
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    return storage.in(company, () -> rows.newest(company))
        .filter(row -> subject.equals(Subject.of(company)))
        .map(row -> Proof.holds(subject, kind, row.at(), "inventory/" + row.number()))
        .orElseGet(() -> Proof.missing(subject, kind));
  }
}
