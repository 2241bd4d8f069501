package io.safehand.core.rules;

import static io.safehand.core.rules.RulesFixture.INVENTORY;
import static io.safehand.core.rules.RulesFixture.MARKETING;
import static io.safehand.core.rules.RulesFixture.TODAY;
import static io.safehand.core.rules.RulesFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {
  private static final FieldRule EMAIL = field(INVENTORY, "email");
  private static final FieldRule NAME = field(INVENTORY, "name");
  private static final NoticeRules ORDERED = new NoticeRules(INVENTORY, true);

  @Test
  void aNoticeThatLawOrdersNeedsNoPurposeOfTheInventory() {
    assertThat(refusal(ORDERED, NAME, person(Map.of()))).isEmpty();
    assertThat(refusal(new NoticeRules(INVENTORY, false), NAME, person(Map.of()))).hasValue(Reason.PURPOSE);
  }

  @Test
  void anAddressThatRestsOnConsentIsUsedOnlyWhileItStands() {
    assertThat(refusal(ORDERED, EMAIL, person(Map.of(MARKETING, Answer.GIVEN)))).isEmpty();
    assertThat(refusal(ORDERED, EMAIL, person(Map.of(MARKETING, Answer.WITHDRAWN))))
        .hasValue(Reason.CONSENT_WITHDRAWN);
    assertThat(refusal(ORDERED, EMAIL, person(Map.of()))).hasValue(Reason.CONSENT_MISSING);
    assertThat(refusal(ORDERED, EMAIL, RulesFixture.minor(false))).hasValue(Reason.GUARDIAN_MISSING);
    assertThat(refusal(ORDERED, EMAIL, RulesFixture.minor(true))).isEmpty();
  }

  @Test
  void whoIsHeldKeptApartOrNotToBeHeldAnyMoreIsNotWrittenTo() {
    assertThat(refusal(ORDERED, NAME, RulesFixture.held())).hasValue(Reason.STANDING);
    assertThat(refusal(ORDERED, NAME, RulesFixture.restricted())).hasValue(Reason.RESTRICTED);
    LocalDate endedYesterday = TODAY.minusYears(3).minusDays(1);
    assertThat(refusal(ORDERED, NAME, RulesFixture.lastSeen(endedYesterday)))
        .hasValue(Reason.RETENTION_ENDED);
    assertThat(refusal(ORDERED, NAME, RulesFixture.lastSeen(TODAY.minusYears(3)))).isEmpty();
  }

  @Test
  void anInventoryMayOpenAddressesForNoticesThatNoLawOrders() {
    Inventory declared = InventoryFile.parse("""
        format: 1
        version: "1"
        purposes:
          - {purpose: notice, zh: 告知, en: Notices, opens: {officer: full}}
        fields:
          - {field: mobile, category: mobile, group: contact, purposes: [notice], basis: contract,
             retention: P3Y, identity: true}
        """);
    FieldRule mobile = field(declared, "mobile");
    assertThat(refusal(new NoticeRules(declared, false), mobile, person(Map.of()))).isEmpty();
  }

  private static Optional<Reason> refusal(NoticeRules rules, FieldRule field, PersonFacts person) {
    return rules.refusal(field, person, TODAY);
  }

  private static FieldRule field(Inventory inventory, String name) {
    return inventory.fields()
        .stream()
        .filter(field -> field.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
