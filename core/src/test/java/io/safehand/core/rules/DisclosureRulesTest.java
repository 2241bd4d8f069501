package io.safehand.core.rules;

import static io.safehand.core.rules.RulesFixture.INVENTORY;
import static io.safehand.core.rules.RulesFixture.MARKETING;
import static io.safehand.core.rules.RulesFixture.SERVICE;
import static io.safehand.core.rules.RulesFixture.TODAY;
import static io.safehand.core.rules.RulesFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.rules.Disclosure.Full;
import io.safehand.core.rules.Disclosure.Masked;
import io.safehand.core.rules.Disclosure.Pseudonym;
import io.safehand.core.rules.Disclosure.Withheld;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureRulesTest {
  private final DisclosureRules rules = new DisclosureRules(INVENTORY);

  @Test
  void showsInTheFormThatThePurposeDeclaresForTheRole() {
    assertThat(decide("name", asking(Audience.STAFF, SERVICE), person(Map.of())))
        .isEqualTo(new Masked(Basis.CONTRACT));
    assertThat(decide("name", asking(Audience.OFFICER, SERVICE), person(Map.of())))
        .isEqualTo(new Full(Basis.CONTRACT));
    assertThat(
        decide("name", new Asking(Audience.ADVISER, SERVICE, Stage.DUE_DILIGENCE_2, false), person(Map.of())))
        .isEqualTo(new Pseudonym(Basis.CONTRACT));
  }

  @Test
  void withholdsWithTheReason() {
    PersonFacts silent = person(Map.of());
    assertThat(decide("name", asking(Audience.STAFF, new Purpose("spying")), silent))
        .isEqualTo(new Withheld(Reason.PURPOSE_UNKNOWN));
    assertThat(decide("name", asking(Audience.STAFF, MARKETING), silent))
        .isEqualTo(new Withheld(Reason.PURPOSE));
    assertThat(decide("name", asking(Audience.LAWYER, SERVICE), silent)).isEqualTo(new Withheld(Reason.ROLE));
    assertThat(decide("name", new Asking(Audience.OFFICER, SERVICE, Stage.NONE, true), silent))
        .isEqualTo(new Withheld(Reason.STANDING));
    assertThat(decide("name", asking(Audience.OFFICER, SERVICE), RulesFixture.held()))
        .isEqualTo(new Withheld(Reason.STANDING));
  }

  @Test
  void opensWhatRestsOnConsentOnlyWhileItIsGiven() {
    assertThat(decide("email", asking(Audience.STAFF, MARKETING), person(Map.of(MARKETING, Answer.RENEWED))))
        .isEqualTo(new Masked(Basis.CONSENT));
    assertThat(decide("email", asking(Audience.STAFF, MARKETING), person(Map.of(MARKETING, Answer.GIVEN))))
        .isEqualTo(new Masked(Basis.CONSENT));
    Map<Answer, Reason> refusals = Map.of(Answer.UNKNOWN, Reason.CONSENT_MISSING, Answer.REFUSED,
        Reason.CONSENT_REFUSED, Answer.WITHDRAWN, Reason.CONSENT_WITHDRAWN, Answer.EXPIRED,
        Reason.CONSENT_EXPIRED, Answer.REQUESTED, Reason.CONSENT_MISSING, Answer.DEFERRED,
        Reason.CONSENT_MISSING, Answer.INVALIDATED, Reason.CONSENT_INVALIDATED);
    refusals.forEach((answer,
        reason) -> assertThat(
            decide("email", asking(Audience.STAFF, MARKETING), person(Map.of(MARKETING, answer))))
            .isEqualTo(new Withheld(reason)));
  }

  @Test
  void consentToOnePurposeDoesNotOpenAnother() {
    assertThat(decide("email", asking(Audience.STAFF, SERVICE), person(Map.of(MARKETING, Answer.GIVEN))))
        .isEqualTo(new Withheld(Reason.CONSENT_MISSING));
  }

  @Test
  void theGuardiansOwnAnswerToThePurposeCarriesAMinor() {
    PersonFacts minor = RulesFixture.minor(false);
    StandingAnswer yes = new StandingAnswer(Answer.GIVEN, Optional.empty(), Speaker.GUARDIAN);
    assertThat(decide("email", asking(Audience.STAFF, SERVICE), with(minor, yes)))
        .isEqualTo(new Masked(Basis.CONSENT));
    assertThat(decide("email", asking(Audience.STAFF, SERVICE), with(minor, yes.as(Answer.REFUSED))))
        .isEqualTo(new Withheld(Reason.CONSENT_REFUSED));
  }

  private static PersonFacts with(PersonFacts person, StandingAnswer answer) {
    return new PersonFacts(Map.of(SERVICE, answer), person.activeOn(), person.minor(), false, false, false,
        person.transferAnswer());
  }

  @Test
  void asksTheGuardianOfAMinor() {
    assertThat(decide("email", asking(Audience.STAFF, SERVICE), RulesFixture.minor(false)))
        .isEqualTo(new Withheld(Reason.GUARDIAN_MISSING));
    assertThat(decide("email", asking(Audience.STAFF, SERVICE), RulesFixture.minor(true)))
        .isEqualTo(new Masked(Basis.CONSENT));
  }

  @Test
  void closesTheDayAfterRetentionEnds() {
    assertThat(decide("name", asking(Audience.STAFF, SERVICE), RulesFixture.lastSeen(TODAY.minusYears(3))))
        .isEqualTo(new Masked(Basis.CONTRACT));
    assertThat(decide("name", asking(Audience.STAFF, SERVICE),
        RulesFixture.lastSeen(TODAY.minusYears(3).minusDays(1))))
        .isEqualTo(new Withheld(Reason.RETENTION_ENDED));
  }

  @Test
  void opensWhatLawKeepsToTheKeeperOnly() {
    assertThat(decide("name", asking(Audience.OFFICER, SERVICE), RulesFixture.restricted()))
        .isEqualTo(new Withheld(Reason.RESTRICTED));
    assertThat(decide("name", asking(Audience.KEEPER, SERVICE), RulesFixture.restricted()))
        .isEqualTo(new Full(Basis.CONTRACT));
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void showsNoRowToABidderABuyerOrThePlatformAtAnyStage(Stage stage) {
    for (Audience outside : new Audience[]{Audience.BIDDER, Audience.BUYER, Audience.PLATFORM}) {
      assertThat(decide("name", new Asking(outside, SERVICE, stage, false), person(Map.of())))
          .isEqualTo(new Withheld(Reason.STAGE));
    }
  }

  private Disclosure decide(String field, Asking asking, PersonFacts person) {
    return rules.decide(INVENTORY.field(new FieldName(field)).orElseThrow(), asking, person, TODAY);
  }

  private static Asking asking(Audience audience, Purpose purpose) {
    return new Asking(audience, purpose, Stage.NONE, false);
  }
}
