package io.safehand.core.rules;

import static io.safehand.core.rules.RulesFixture.INVENTORY;
import static io.safehand.core.rules.RulesFixture.MARKETING;
import static io.safehand.core.rules.RulesFixture.TODAY;
import static io.safehand.core.rules.RulesFixture.answering;
import static io.safehand.core.rules.RulesFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.GroupName;
import io.safehand.core.rules.Move.Excluded;
import io.safehand.core.rules.Move.Moved;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferRulesTest {
  private static final GroupName IDENTITY = new GroupName("identity");
  private static final GroupName CONTACT = new GroupName("contact");
  private static final GroupName INTERNAL = new GroupName("internal");
  private static final Set<GroupName> ALL = Set.of(IDENTITY, CONTACT, INTERNAL);

  @Test
  void movesTheGroupsWhoseBasisReachesTheBuyer() {
    assertThat(decide(LegalPath.SUCCESSION_22, person(Map.of(MARKETING, Answer.GIVEN))))
        .isEqualTo(new Moved(Set.of(IDENTITY, CONTACT)));
    assertThat(decide(LegalPath.SUCCESSION_22, person(Map.of(MARKETING, Answer.WITHDRAWN))))
        .isEqualTo(new Moved(Set.of(IDENTITY)));
  }

  @Test
  void leavesObjectorsBehindOnlyWhereThePartiesChoseSo() {
    PersonFacts objector = answering(TransferAnswer.OBJECTED);
    assertThat(decide(LegalPath.SUCCESSION_22, objector)).isEqualTo(new Excluded(Reason.OBJECTED));
    TransferRules lenient = new TransferRules(INVENTORY,
        new TransferTerms(LegalPath.SUCCESSION_22, false, false));
    assertThat(lenient.decide(ALL, objector, TODAY)).isInstanceOf(Moved.class);
  }

  @Test
  void needsSeparateConsentWhereDataIsProvided() {
    assertThat(decide(LegalPath.PROVISION_23, answering(TransferAnswer.NOTIFIED)))
        .isEqualTo(new Excluded(Reason.CONSENT_MISSING));
    assertThat(decide(LegalPath.PROVISION_23, answering(TransferAnswer.CONSENTED))).isInstanceOf(Moved.class);
    assertThat(decide(LegalPath.PROVISION_23, RulesFixture.minor(false)))
        .isEqualTo(new Excluded(Reason.GUARDIAN_MISSING));
  }

  @Test
  void movesNobodyWhenTheHandlerStaysTheSame() {
    assertThat(decide(LegalPath.NOTHING_MOVES, answering(TransferAnswer.CONSENTED)))
        .isEqualTo(new Excluded(Reason.STAGE));
  }

  @Test
  void leavesBehindWhoWasNeverToldWhoIsHeldAndWhoseRetentionEnded() {
    assertThat(decide(LegalPath.SUCCESSION_22, answering(TransferAnswer.NOT_NOTIFIED)))
        .isEqualTo(new Excluded(Reason.NOT_NOTIFIED));
    assertThat(decide(LegalPath.SUCCESSION_22, RulesFixture.held())).isEqualTo(new Excluded(Reason.STANDING));
    assertThat(decide(LegalPath.SUCCESSION_22, RulesFixture.lastSeen(TODAY.minusYears(4))))
        .isEqualTo(new Excluded(Reason.RETENTION_ENDED));
  }

  @Test
  void leavesBehindWhoHoldsNothingThatReaches() {
    TransferRules rules = new TransferRules(INVENTORY,
        new TransferTerms(LegalPath.SUCCESSION_22, true, true));
    assertThat(rules.decide(Set.of(INTERNAL), person(Map.of()), TODAY))
        .isEqualTo(new Excluded(Reason.BASIS_DOES_NOT_REACH));
  }

  private static Move decide(LegalPath path, PersonFacts person) {
    return new TransferRules(INVENTORY, new TransferTerms(path, true, true)).decide(ALL, person, TODAY);
  }
}
