package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.Stage;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.DealStages.Standpoint;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.SampleInventory;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.SampleNotice;
import io.safehand.server.deal.deals.GateView.State;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@SafehandTest
@Import(SampleTraining.class)
class DealsTest {
  @Autowired
  Deals deals;
  @Autowired
  ControlChanges controlChanges;
  @Autowired
  Decisions decisions;
  @Autowired
  Inventories inventories;
  @Autowired
  Notices notices;
  @Autowired
  Standing standing;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Assignments assignments;
  @Autowired
  SampleTraining training;
  @Autowired
  Clock clock;
  private SampleCompany seller;
  private SampleCompany buyer;
  private Account manager;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() {
    seller = SampleCompany.in(access);
    buyer = SampleCompany.in(access);
    manager = seller.person("manager", Role.DEAL_MANAGER);
    officer = seller.person("officer", Role.SELLER_OFFICER);
    lawyer = seller.person("lawyer", Role.SELLER_LAWYER);
  }

  @Test
  void aDealBeginsInPreparation() {
    DealId deal = open(DealType.MERGER_DIVISION);
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.PREPARATION);
    assertThat(deals.deals(seller.id())).extracting(Deal::id).containsExactly(deal);
    assertThat(deals.deals(buyer.id())).isEmpty();
  }

  @Test
  void onlyADealManagerLeads() {
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> deals.open(seller.id(), terms(DealType.EQUITY), officer));
    DealId deal = open(DealType.EQUITY);
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> deals.propose(seller.id(), deal, lawyer));
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> deals.terminate(seller.id(), deal, "failed", lawyer));
  }

  @Test
  void aGateTurnsGreenWithItsEvidenceAndRedWhenItGoesStale() {
    DealId deal = open(DealType.MERGER_DIVISION);
    assertThat(gate(deal, "inventory.adopted").state()).isEqualTo(State.RED);
    adoptInventory();
    assertThat(gate(deal, "inventory.adopted").state()).isEqualTo(State.GREEN);
    training.hold(seller.id(), clock.instant(), clock.instant().plus(Duration.ofDays(90)));
    assertThat(gate(deal, "training.valid").state()).isEqualTo(State.GREEN);
    pass(Duration.ofDays(90));
    assertThat(gate(deal, "training.valid").why()).isEqualTo("proof.stale");
    assertThat(gate(deal, "training.valid").state()).isEqualTo(State.RED);
  }

  @Test
  void oneApprovalIsNotEnoughWhileAGateIsOpen() {
    DealId deal = open(DealType.MERGER_DIVISION);
    Proposal proposal = deals.propose(seller.id(), deal, manager);
    assertThat(proposal.needsOverride()).isTrue();
    decisions.approve(officer, proposal.matter(), proposal.sha256());
    decisions.approve(lawyer, proposal.matter(), proposal.sha256());
    assertThat(advance(deal, proposal))
        .isEqualTo(new Advance.Refused(Advance.Reason.GATES_OPEN, proposal.open()));
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.PREPARATION);
  }

  @Test
  void anOverrideNeedsTwoPeopleWhoDidNotProposeIt() {
    DealId deal = open(DealType.MERGER_DIVISION);
    Proposal proposal = deals.propose(seller.id(), deal, manager);
    assertThat(decisions.override(manager, proposal.matter(), proposal.sha256(), "not-built"))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.AUTHOR));
    decisions.override(officer, proposal.matter(), proposal.sha256(), "not-built");
    assertThat(decisions.override(officer, proposal.matter(), proposal.sha256(), "not-built"))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.VOTED_ALREADY));
    assertThat(reason(advance(deal, proposal))).isEqualTo(Advance.Reason.NOT_DECIDED);
    decisions.override(lawyer, proposal.matter(), proposal.sha256(), "not-built");
    assertThat(advance(deal, proposal)).isEqualTo(new Advance.Moved(Stage.TEASER, proposal.open().size()));
    assertThat(deals.deal(seller.id(), deal).orElseThrow().overrides()).isEqualTo(proposal.open().size());
    assertThat(lines(deal, "deal.gate.override")).isEqualTo(proposal.open().size());
  }

  @Test
  void withEveryGateGreenOneApprovalByAnotherLetsItGoOn() {
    DealId deal = open(DealType.EQUITY);
    while (deals.stage(seller.id(), deal) != Stage.NOTICE) {
      step(deal);
    }
    Proposal proposal = deals.propose(seller.id(), deal, manager);
    assertThat(proposal.open()).isEmpty();
    assertThat(reason(advance(deal, proposal))).isEqualTo(Advance.Reason.NOT_DECIDED);
    decisions.approve(lawyer, proposal.matter(), proposal.sha256());
    assertThat(advance(deal, proposal)).isEqualTo(new Advance.Moved(Stage.CLOSING, 0));
  }

  @Test
  void aDecisionIsAboutTheGatesAsTheyStood() {
    DealId deal = open(DealType.MERGER_DIVISION);
    Proposal proposal = overridden(deal);
    adoptInventory();
    assertThat(reason(advance(deal, proposal))).isEqualTo(Advance.Reason.CHANGED);
  }

  @Test
  void aDecisionIsUsedOnce() {
    DealId deal = open(DealType.MERGER_DIVISION);
    Proposal proposal = overridden(deal);
    advance(deal, proposal);
    assertThat(reason(advance(deal, proposal))).isEqualTo(Advance.Reason.CHANGED);
    DealId other = open(DealType.MERGER_DIVISION);
    assertThat(reason(advance(other, proposal))).isEqualTo(Advance.Reason.OTHER_MATTER);
  }

  @Test
  void aHeldDealStays() {
    DealId deal = open(DealType.MERGER_DIVISION);
    Proposal proposal = overridden(deal);
    standing.place(seller.id(), Placing.freeze(Subject.deal(deal.value()), "incident.freeze", "test"),
        lawyer.who());
    assertThat(reason(advance(deal, proposal))).isEqualTo(Advance.Reason.HELD);
  }

  @Test
  void disclosuresPauseWhenEvidenceGoesStaleButNotForWhatWasOverridden() {
    DealId deal = open(DealType.EQUITY);
    adoptInventory();
    training.hold(seller.id(), clock.instant(), clock.instant().plus(Duration.ofDays(30)));
    step(deal);
    assertThat(deals.of(seller.id(), deal.value())).isEqualTo(new Standpoint(Stage.TEASER, false));
    pass(Duration.ofDays(30));
    assertThat(deals.of(seller.id(), deal.value())).isEqualTo(new Standpoint(Stage.TEASER, true));
  }

  @Test
  void aDealEndsFromAnyStageAndStaysEnded() {
    DealId deal = open(DealType.MERGER_DIVISION);
    step(deal);
    deals.terminate(seller.id(), deal, "parties.disagree", manager);
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.TERMINATED);
    assertThatExceptionOfType(DealNotAllowed.class)
        .isThrownBy(() -> deals.propose(seller.id(), deal, manager));
    assertThatExceptionOfType(DealNotAllowed.class)
        .isThrownBy(() -> deals.terminate(seller.id(), deal, "again", manager));
  }

  @Test
  void walksAMergerToItsEnd() {
    adoptInventory();
    DealId deal = open(DealType.MERGER_DIVISION);
    while (deals.stage(seller.id(), deal) != Stage.NOTICE) {
      step(deal);
    }
    tell(deal);
    assertThat(gate(deal, "notice.delivered").state()).isEqualTo(State.GREEN);
    assertThat(gate(deal, "notice.window").why()).isEqualTo("proof.young");
    pass(Duration.ofDays(DealTerms.NOTICE_DAYS));
    assertThat(gate(deal, "notice.window").state()).isEqualTo(State.GREEN);
    assertThat(gate(deal, "control.changed").state()).isEqualTo(State.NOT_APPLICABLE);
    Proposal closing = deals.propose(seller.id(), deal, manager);
    assertThat(closing.needsOverride()).isFalse();
    decisions.approve(officer, closing.matter(), closing.sha256());
    assertThat(advance(deal, closing)).isEqualTo(new Advance.Moved(Stage.CLOSING, 0));
    step(deal);
    step(deal);
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.COMPLETED);
    assertThat(lines(deal, "deal.stage")).isEqualTo(9);
    assertThat(deals.deal(seller.id(), deal).orElseThrow().overrides())
        .isEqualTo(lines(deal, "deal.gate.override"));
  }

  @Test
  void walksAnEquityDealToItsEndAndChangesControl() {
    adoptInventory();
    DealId deal = open(DealType.EQUITY);
    while (deals.stage(seller.id(), deal) != Stage.CLOSING) {
      step(deal);
    }
    assertThat(gate(deal, "handover.receipt").why()).isEqualTo("data.stays");
    assertThat(gate(deal, "control.changed").state()).isEqualTo(State.RED);
    ChangeOfControl change = new ChangeOfControl(
        Set.of(seller.administrator().id(), seller.securityOfficer().id(), officer.id()),
        List.of(new ChangeOfControl.Appointment("new-admin", Role.ADMINISTRATOR),
            new ChangeOfControl.Appointment("new-security", Role.SECURITY_OFFICER),
            new ChangeOfControl.Appointment("new-officer", Role.SELLER_OFFICER)));
    MatterId matter = controlChanges.propose(seller.id(), deal, change, seller.administrator());
    assertThatExceptionOfType(DealNotAllowed.class)
        .isThrownBy(() -> controlChanges.change(seller.id(), deal, matter, seller.administrator()));
    decisions.approve(seller.securityOfficer(), matter, controlChanges.hash(deal, change));
    controlChanges.change(seller.id(), deal, matter, seller.administrator());
    assertThat(roles("admin")).isEmpty();
    assertThat(roles("security")).isEmpty();
    assertThat(roles("officer")).isEmpty();
    assertThat(roles("new-admin")).containsExactly(Role.ADMINISTRATOR);
    assertThat(roles("new-officer")).containsExactly(Role.SELLER_OFFICER);
    assertThat(gate(deal, "control.changed").state()).isEqualTo(State.GREEN);
    assertThat(lines(deal, "control.changed")).isEqualTo(1);
    officer = access.account(seller.id(), "new-officer").orElseThrow();
    assignments.assign(deal, officer.id(), manager);
    step(deal);
    step(deal);
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.COMPLETED);
  }

  @Test
  void aBuyerIsNamedOnceAndBeforePeopleAreTold() {
    DealId early = open(withoutBuyer());
    deals.nameBuyer(seller.id(), early, buyer.id(), manager);
    assertThat(deals.deal(seller.id(), early).orElseThrow().terms().buyer()).contains(buyer.id());
    assertThat(lines(early, "deal.buyer")).isEqualTo(1);
    assertThatExceptionOfType(DealNotAllowed.class)
        .isThrownBy(() -> deals.nameBuyer(seller.id(), early, SampleCompany.in(access).id(), manager));
    adoptInventory();
    DealId late = open(withoutBuyer());
    while (deals.stage(seller.id(), late) != Stage.NOTICE) {
      step(late);
    }
    assertThatExceptionOfType(DealNotAllowed.class)
        .isThrownBy(() -> deals.nameBuyer(seller.id(), late, buyer.id(), manager));
  }

  private DealTerms withoutBuyer() {
    return new DealTerms(DealType.MERGER_DIVISION, DealTerms.AssetMode.STRICT_23, "Spring Rain", seller.id(),
        Optional.empty(), false, false, false, 15, 15);
  }

  @Test
  void controlIsNotLeftWithNobody() {
    adoptInventory();
    DealId deal = open(DealType.EQUITY);
    while (deals.stage(seller.id(), deal) != Stage.CLOSING) {
      step(deal);
    }
    ChangeOfControl change = new ChangeOfControl(
        Set.of(seller.administrator().id(), seller.securityOfficer().id()),
        List.of(new ChangeOfControl.Appointment("new-officer", Role.SELLER_OFFICER)));
    MatterId matter = controlChanges.propose(seller.id(), deal, change, seller.administrator());
    decisions.approve(seller.securityOfficer(), matter, controlChanges.hash(deal, change));
    assertThatExceptionOfType(ControlNotChanged.class)
        .isThrownBy(() -> controlChanges.change(seller.id(), deal, matter, seller.administrator()));
    assertThat(roles("admin")).containsExactly(Role.ADMINISTRATOR);
    assertThat(access.account(seller.id(), "new-officer")).isEmpty();
  }

  @Test
  void aDealBelongsToItsSeller() {
    DealId deal = open(DealType.MERGER_DIVISION);
    assertThatIllegalArgumentException().isThrownBy(() -> deals.stage(buyer.id(), deal));
    assertThat(deals.deal(seller.id(), deal).orElseThrow().terms())
        .isEqualTo(terms(DealType.MERGER_DIVISION));
  }

  private DealTerms terms(DealType type) {
    return DealTerms.of(type, "海棠一号", seller.id(), buyer.id());
  }

  private DealId open(DealType type) {
    return open(terms(type));
  }

  private DealId open(DealTerms terms) {
    DealId deal = deals.open(seller.id(), terms, manager);
    List.of(officer, lawyer, seller.securityOfficer())
        .forEach(whom -> assignments.assign(deal, whom.id(), manager));
    return deal;
  }

  private void adoptInventory() {
    new AdoptedInventory(inventories, decisions).adopt(SampleInventory.version("1"), officer, lawyer);
  }

  private void tell(DealId deal) {
    CampaignId campaign = notices.draft(seller.id(), SampleNotice.full(deal.value(), LegalPath.SUCCESSION_22),
        officer);
    notices.release(seller.id(), campaign, lawyer);
    notices.deliver(seller.id(), campaign, Set.of(new PersonId(1, 1)), officer);
    notices.finish(seller.id(), campaign, officer);
  }

  /** One stage on, by two overrides where something is open. */
  private void step(DealId deal) {
    assertThat(advance(deal, overridden(deal))).isInstanceOf(Advance.Moved.class);
  }

  private Proposal overridden(DealId deal) {
    Proposal proposal = deals.propose(seller.id(), deal, manager);
    if (proposal.needsOverride()) {
      decisions.override(officer, proposal.matter(), proposal.sha256(), "not-built");
      decisions.override(lawyer, proposal.matter(), proposal.sha256(), "not-built");
      assertThat(decisions.state(seller.id(), proposal.matter(), proposal.sha256()))
          .isEqualTo(Matter.State.OVERRIDDEN);
    } else {
      decisions.approve(officer, proposal.matter(), proposal.sha256());
    }
    return proposal;
  }

  private Advance advance(DealId deal, Proposal proposal) {
    return deals.advance(seller.id(), deal, proposal.matter(), manager);
  }

  private static Advance.Reason reason(Advance advance) {
    return switch (advance) {
      case Advance.Refused refused -> refused.reason();
      case Advance.Moved moved -> throw new AssertionError("moved to " + moved.to());
    };
  }

  private GateView gate(DealId deal, String code) {
    return deals.gates(seller.id(), deal)
        .stream()
        .filter(gate -> gate.gate().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Set<Role> roles(String handle) {
    return access.account(seller.id(), handle).orElseThrow().roles();
  }

  private void pass(Duration time) {
    ((SettableClock) clock).advance(time);
  }

  private int lines(DealId deal, String act) {
    return storage.in(seller.id(),
        () -> storage.jdbc()
            .sql(
                """
                    select count(*) from ledger.line where company_id = ? and convert_from(bytes, 'UTF8')::json ->> 'act' = ?
                       and convert_from(bytes, 'UTF8')::json ->> 'deal' = ?
                    """)
            .params(seller.id().value(), act, deal.toString())
            .query(Integer.class)
            .single());
  }
}
