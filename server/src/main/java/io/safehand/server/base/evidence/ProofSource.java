package io.safehand.server.base.evidence;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.standing.Subject;
import java.util.Set;

/** Offered as a bean by each module that holds evidence. Reads anew each time. */
public interface ProofSource {
  /** The kinds it answers for; no two sources share one. */
  Set<String> kinds();

  Proof proof(CompanyId company, Subject subject, String kind);
}
