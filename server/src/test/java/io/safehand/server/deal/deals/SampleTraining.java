package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Proves, for tests, that training is valid for a while; no module offers this yet. */
class SampleTraining implements ProofSource {
  private record Term(Instant since, Instant until) {}

  private final Map<CompanyId, Term> held = new ConcurrentHashMap<>();

  @Override
  public Set<String> kinds() {
    return Set.of("training.valid");
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    Term term = held.get(company);
    return term == null
        ? Proof.missing(subject, kind)
        : Proof.holds(subject, kind, term.since(), "").validUntil(term.until());
  }

  void hold(CompanyId company, Instant since, Instant until) {
    held.put(company, new Term(since, until));
  }
}
