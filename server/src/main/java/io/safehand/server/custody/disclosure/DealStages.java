package io.safehand.server.custody.disclosure;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import java.util.UUID;

/** Says where a deal stands; asked before each disclosure, answered by the deals. */
public interface DealStages {
  /**
   * @param paused evidence on which the deal came this far is gone or stale, so that nothing is disclosed for the deal
   */
  record Standpoint(Stage stage, boolean paused) {}

  /** Refuses a deal that the company does not have. */
  Standpoint of(CompanyId company, UUID deal);
}
