package io.safehand.server.base.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class DecisionsTest {
  private static final String CONTENT = "a".repeat(64);
  private static final String OTHER = "b".repeat(64);
  @Autowired
  Decisions decisions;
  @Autowired
  Access access;
  private SampleCompany company;
  private Account author;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    author = company.person("author", Role.SELLER_OFFICER);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
  }

  @Test
  void twoOthersApprove() {
    MatterId matter = open(2);
    assertThat(decisions.approve(officer, matter, CONTENT)).isEqualTo(new Verdict.Counted(Matter.State.OPEN));
    assertThat(decisions.approve(lawyer, matter, CONTENT))
        .isEqualTo(new Verdict.Counted(Matter.State.APPROVED));
    assertThat(decisions.matter(company.id(), matter).orElseThrow().allows(CONTENT)).isTrue();
  }

  @Test
  void theAuthorIsNoApprover() {
    assertThat(decisions.approve(author, open(1), CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.AUTHOR));
  }

  @Test
  void nobodyVotesTwice() {
    MatterId matter = open(2);
    decisions.approve(officer, matter, CONTENT);
    assertThat(decisions.approve(officer, matter, CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.VOTED_ALREADY));
  }

  @Test
  void aVoteIsForWhatWasSeen() {
    assertThat(decisions.approve(officer, open(1), OTHER))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.CHANGED));
  }

  @Test
  void anApprovalOfOtherContentIsStale() {
    MatterId matter = open(1);
    decisions.approve(officer, matter, CONTENT);
    assertThat(decisions.state(company.id(), matter, OTHER)).isEqualTo(Matter.State.STALE);
    assertThat(decisions.matter(company.id(), matter).orElseThrow().allows(OTHER)).isFalse();
  }

  @Test
  void aDecisionIsCarriedOutOnceAndOnlyForWhatWasDecided() {
    MatterId matter = open(1);
    Matter opened = decisions.matter(company.id(), matter).orElseThrow();
    assertThat(decisions.carryOut(company.id(), matter, opened.kind(), opened.subject(), CONTENT)).isEmpty();
    decisions.approve(officer, matter, CONTENT);
    assertThat(decisions.carryOut(company.id(), matter, "other.kind", opened.subject(), CONTENT)).isEmpty();
    assertThat(decisions.carryOut(company.id(), matter, opened.kind(), "test/other", CONTENT)).isEmpty();
    assertThat(decisions.carryOut(company.id(), matter, opened.kind(), opened.subject(), OTHER)).isEmpty();
    assertThat(decisions.carryOut(company.id(), matter, opened.kind(), opened.subject(), CONTENT))
        .isPresent();
    assertThat(decisions.carryOut(company.id(), matter, opened.kind(), opened.subject(), CONTENT)).isEmpty();
    assertThat(decisions.approve(lawyer, matter, CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.CLOSED));
  }

  @Test
  void withoutTheRoleNoVoteCounts() {
    Account staff = company.person("staff", Role.STAFF);
    assertThat(decisions.approve(staff, open(1), CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.ROLE));
    access.end(company.administrator(), officer.id(), Role.SELLER_OFFICER);
    assertThat(decisions.approve(officer, open(1), CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.ROLE));
  }

  @Test
  void oneRejectionEndsIt() {
    MatterId matter = open(2);
    decisions.approve(officer, matter, CONTENT);
    assertThat(decisions.reject(lawyer, matter, CONTENT, "figures.wrong"))
        .isEqualTo(new Verdict.Counted(Matter.State.REJECTED));
    assertThat(decisions.approve(officer, matter, CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.CLOSED));
  }

  @Test
  void anOverrideNeedsTwoPeopleAndAReason() {
    MatterId matter = open(2);
    decisions.override(officer, matter, CONTENT, "gate.not-built");
    assertThat(decisions.state(company.id(), matter, CONTENT)).isEqualTo(Matter.State.OPEN);
    decisions.override(lawyer, matter, CONTENT, "gate.not-built");
    assertThat(decisions.state(company.id(), matter, CONTENT)).isEqualTo(Matter.State.OVERRIDDEN);
    assertThatIllegalArgumentException().isThrownBy(() -> decisions.override(lawyer, open(1), CONTENT, ""));
  }

  @Test
  void aMatterOfAnotherCompanyIsUnknown() {
    Account stranger = SampleCompany.in(access).person("lawyer", Role.SELLER_LAWYER);
    assertThat(decisions.approve(stranger, open(1), CONTENT))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.UNKNOWN_MATTER));
  }

  private MatterId open(int needed) {
    return decisions.open(author, new Opening("deal.release", "test/1", CONTENT, needed,
        Set.of(Role.SELLER_OFFICER, Role.SELLER_LAWYER)));
  }
}
