package io.safehand.server.base.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.start.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class EvidenceTest {
  private static final CompanyId COMPANY = new CompanyId(new UUID(1, 1));
  private static final Subject SUBJECT = Subject.of(COMPANY);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T01:00:00Z"));

  private record Drills(Instant last) implements ProofSource {
    @Override
    public Set<String> kinds() {
      return Set.of("backup.drill");
    }

    @Override
    public Proof proof(CompanyId company, Subject subject, String kind) {
      return Proof.holds(subject, kind, last, "/drills").validUntil(last.plus(Duration.ofDays(30)));
    }
  }

  @Test
  void whatNobodyOffersIsNotBuilt() {
    assertThat(of().of(COMPANY, SUBJECT, "training.valid").state()).isEqualTo(Proof.State.NOT_BUILT);
  }

  @Test
  void aProofGoesStaleByTheClock() {
    Evidence evidence = of(new Drills(clock.instant()));
    assertThat(evidence.of(COMPANY, SUBJECT, "backup.drill").state()).isEqualTo(Proof.State.HOLDS);
    clock.advance(Duration.ofDays(30));
    assertThat(evidence.of(COMPANY, SUBJECT, "backup.drill").state()).isEqualTo(Proof.State.STALE);
  }

  @Test
  void twoModulesMayNotOfferTheSame() {
    assertThatThrownBy(() -> of(new Drills(clock.instant()), new Drills(clock.instant())))
        .hasMessageContaining("backup.drill");
  }

  private Evidence of(ProofSource... sources) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (int n = 0; n < sources.length; n++) {
      beans.addBean("source" + n, sources[n]);
    }
    Evidence evidence = new Evidence(beans.getBeanProvider(ProofSource.class), clock);
    evidence.afterSingletonsInstantiated();
    return evidence;
  }
}
