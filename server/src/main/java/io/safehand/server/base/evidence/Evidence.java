package io.safehand.server.base.evidence;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.standing.Subject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever holds the evidence. A kind that nobody offers is NOT_BUILT, and never opens anything. */
@Component
public final class Evidence implements SmartInitializingSingleton {
  private final ObjectProvider<ProofSource> offered;
  private final Clock clock;
  private volatile Map<String, ProofSource> sources = Map.of();

  Evidence(ObjectProvider<ProofSource> offered, Clock clock) {
    this.offered = offered;
    this.clock = clock;
  }

  public Proof of(CompanyId company, Subject subject, String kind) {
    ProofSource source = sources.get(kind);
    return source == null
        ? new Proof(subject, kind, Proof.State.NOT_BUILT, Optional.empty(), Optional.empty(), "")
        : source.proof(company, subject, kind).at(clock.instant());
  }

  public List<Proof> of(CompanyId company, Subject subject, List<String> kinds) {
    return kinds.stream().map(kind -> of(company, subject, kind)).toList();
  }

  /** Collected late: a source may itself need this door. */
  @Override
  public void afterSingletonsInstantiated() {
    Map<String, ProofSource> found = new HashMap<>();
    offered.forEach(source -> source.kinds().forEach(kind -> {
      if (found.put(kind, source) != null) {
        throw new IllegalStateException("two modules offer the proof " + kind);
      }
    }));
    sources = Map.copyOf(found);
  }
}
