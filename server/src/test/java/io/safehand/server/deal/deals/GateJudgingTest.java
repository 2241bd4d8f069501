package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.deal.deals.GateView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateJudgingTest {
  private static final CompanyId SELLER = new CompanyId(new UUID(0, 1));
  private static final CompanyId BUYER = new CompanyId(new UUID(0, 2));
  private static final Subject SUBJECT = Subject.of(SELLER);
  private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");
  private static final DealTerms MERGER = DealTerms.of(DealType.MERGER_DIVISION, "海棠", SELLER, BUYER);
  private static final DealTerms EQUITY = DealTerms.of(DealType.EQUITY, "海棠", SELLER, BUYER);

  @Test
  void goodEvidenceIsGreen() {
    GateView view = judge(MERGER, gate(Applies.ALWAYS, Gate.Age.NONE), holding(Duration.ZERO));
    assertThat(view.state()).isEqualTo(State.GREEN);
    assertThat(view.why()).isEqualTo("proof.good");
    assertThat(view.since()).contains(NOW);
  }

  @Test
  void missingFailedAndStaleEvidenceIsRed() {
    for (Proof.State bad : new Proof.State[]{Proof.State.MISSING, Proof.State.FAILED, Proof.State.STALE}) {
      GateView view = judge(MERGER, gate(Applies.ALWAYS, Gate.Age.NONE), proof(bad));
      assertThat(view.state()).isEqualTo(State.RED);
      assertThat(view.why()).isEqualTo("proof." + bad.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void whatNobodyOffersIsNotBuiltAndDoesNotPass() {
    GateView view = judge(MERGER, gate(Applies.ALWAYS, Gate.Age.NONE), proof(Proof.State.NOT_BUILT));
    assertThat(view.state()).isEqualTo(State.NOT_BUILT);
    assertThat(view.state().passes()).isFalse();
  }

  @Test
  void evidenceMustBeOldEnoughWhereAPeriodRuns() {
    Gate window = gate(Applies.PEOPLE_TOLD, Gate.Age.OBJECTION_DAYS);
    assertThat(judge(MERGER, window, holding(Duration.ofDays(15).minusSeconds(1))).why())
        .isEqualTo("proof.young");
    assertThat(judge(MERGER, window, holding(Duration.ofDays(15))).state()).isEqualTo(State.GREEN);
  }

  @Test
  void doesNotAskForEvidenceThatTheDealDoesNotNeed() {
    GateView view = new GateJudging(EQUITY, NOW).judge(gate(Applies.DATA_MOVES, Gate.Age.NONE), () -> {
      throw new AssertionError("asked");
    });
    assertThat(view.state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(view.why()).isEqualTo("data.stays");
    assertThat(view.state().passes()).isTrue();
  }

  @Test
  void anEquityDealTellsPeopleOnlyWhenDetailsChange() {
    Gate told = gate(Applies.PEOPLE_TOLD, Gate.Age.NONE);
    assertThat(judge(EQUITY, told, proof(Proof.State.MISSING)).why()).isEqualTo("nothing.changes");
    assertThat(judge(EQUITY.changingDetails(), told, proof(Proof.State.MISSING)).state())
        .isEqualTo(State.RED);
  }

  private static GateView judge(DealTerms terms, Gate gate, Proof proof) {
    return new GateJudging(terms, NOW).judge(gate, () -> proof);
  }

  private static Gate gate(Applies applies, Gate.Age age) {
    return new Gate("a.gate", Stage.NOTICE, "a.proof", Gate.Of.SELLER, applies, age);
  }

  private static Proof holding(Duration age) {
    return Proof.holds(SUBJECT, "a.proof", NOW.minus(age), "");
  }

  private static Proof proof(Proof.State state) {
    return new Proof(SUBJECT, "a.proof", state, Optional.empty(), Optional.empty(), "");
  }
}
