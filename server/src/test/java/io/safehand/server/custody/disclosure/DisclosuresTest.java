package io.safehand.server.custody.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Disclosure;
import io.safehand.core.rules.Reason;
import io.safehand.core.rules.Speaker;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.consent.Circumstances;
import io.safehand.server.custody.consent.ConsentEvent;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.consent.ConsentNotices;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.consent.Expression;
import io.safehand.server.custody.consent.ServedNotice;
import io.safehand.server.custody.consent.Surface;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** One customer, seen by several accounts for several purposes. */
@SafehandTest
class DisclosuresTest {
  private static final Purpose SERVICE = new Purpose("service");
  private static final Purpose MARKETING = new Purpose("marketing");
  private static final String MOBILE = "13900001234";

  @TempDir
  Path folder;
  @Autowired
  Disclosures disclosures;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Standing standing;
  @Autowired
  Consents consents;
  @Autowired
  ConsentNotices notices;
  @Autowired
  Access access;
  private SampleCompany company;
  private Account officer;
  private Account staff;
  private PersonId person;

  @BeforeEach
  void aCustomer() throws Exception {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    staff = company.person("staff", Role.STAFF);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
    Path file = Files.writeString(folder.resolve("one.csv"), """
        customer_no,kind,name,mobile,email,marketing_consent,joined_on,last_seen_on
        QL0000001,个人,宋庭,%s,songting@example.net,拒绝,2025-01-02,2025-12-20
        """.formatted(MOBILE));
    imports.run(company.id(), file, false, officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    person = vaults.store(company.id())
        .together(custody -> custody.records().inLeaves(0, 1))
        .stream()
        .map(SealedRecord::person)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOfficerSeesTheValueAndStaffItsMask() {
    assertThat(field(officer, SERVICE, "mobile").shown().exposed()).isEqualTo(MOBILE);
    View.Field masked = field(staff, SERVICE, "mobile");
    assertThat(masked.decision()).isInstanceOf(Disclosure.Masked.class);
    assertThat(masked.shown().exposed()).contains("*").doesNotContain(MOBILE);
  }

  @Test
  void whatThePersonRefusedIsWithheldWithTheReason() {
    View.Field email = field(officer, MARKETING, "email");
    assertThat(email.decision()).isEqualTo(new Disclosure.Withheld(Reason.CONSENT_REFUSED));
    assertThat(email.shown().isEmpty()).isTrue();
  }

  @Test
  void aWithdrawalClosesTheNextReadAndAYesToAnOlderNoticeOpensNothing() {
    say(Answer.GIVEN);
    assertThat(field(officer, MARKETING, "email").decision().opens()).isTrue();
    say(Answer.WITHDRAWN);
    assertThat(field(officer, MARKETING, "email").decision())
        .isEqualTo(new Disclosure.Withheld(Reason.CONSENT_WITHDRAWN));
    say(Answer.GIVEN);
    assertThat(field(officer, MARKETING, "email").decision().opens()).isTrue();
    notices.publish(MARKETING, new ConsentNotices.Text("我们将短信通知。", "We text you."), true, officer);
    assertThat(field(officer, MARKETING, "email").decision())
        .isEqualTo(new Disclosure.Withheld(Reason.CONSENT_INVALIDATED));
  }

  /** In any order of what is said, shown and changed, the real door opens exactly what was said yes to last. */
  @Test
  void inAnyOrderTheNextReadIsRight() {
    Random random = new Random(4);
    boolean given = false;
    for (int i = 0; i < 60; i++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          say(Answer.WITHDRAWN);
          given = false;
        }
        case 1 -> {
          say(Answer.REFUSED);
          given = false;
        }
        case 2 -> say(Answer.REQUESTED);
        case 3 -> {
          boolean changed = random.nextBoolean();
          notices.publish(MARKETING, new ConsentNotices.Text("第" + i + "版", "version " + i), changed,
              officer);
          given = given && !changed;
        }
        default -> {
          say(Answer.GIVEN);
          given = true;
        }
      }
      assertThat(field(officer, MARKETING, "email").decision().opens()).as("step " + i).isEqualTo(given);
    }
  }

  private void say(Answer answer) {
    Optional<ServedNotice> served = notices.current(company.id(), MARKETING)
        .map(notice -> new ServedNotice(notice.zhSha256(), "zh", ""));
    consents.record(company.id(), person,
        new ConsentEvent(MARKETING, answer, ConsentMethod.PHONE, "call-1", Optional.empty(),
            new Circumstances(Surface.STAFF, Speaker.PERSON, Expression.EXPRESSED, false, served,
                Optional.empty())),
        staff);
  }

  @Test
  void whatServesAnotherPurposeIsWithheld() {
    assertThat(field(officer, MARKETING, "mobile").decision())
        .isEqualTo(new Disclosure.Withheld(Reason.PURPOSE));
  }

  @Test
  void aFreezeOfTheAccountOrThePersonClosesEverything() {
    standing.place(company.id(), Placing.freeze(Subject.of(staff.id()), "training.lapsed", "training"),
        "security");
    assertThat(opened(staff)).isZero();
    assertThat(opened(officer)).isPositive();
    standing.place(company.id(), Placing.freeze(Subject.of(person), "dispute.open", "cases"), "security");
    assertThat(opened(officer)).isZero();
  }

  @Test
  void whoHasNoRoleWithCustomersOrBelongsElsewhereSeesNothing() {
    Account manager = company.person("manager", Role.DEAL_MANAGER);
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    for (Account other : List.of(manager, stranger)) {
      assertThatThrownBy(() -> see(other, SERVICE)).isInstanceOf(NotAllowed.class);
    }
  }

  private long opened(Account by) {
    return see(by, SERVICE).fields().stream().filter(field -> field.decision().opens()).count();
  }

  private View.Field field(Account by, Purpose purpose, String name) {
    return see(by, purpose).fields()
        .stream()
        .filter(field -> field.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private View see(Account by, Purpose purpose) {
    return disclosures.disclose(company.id(), by, person, purpose, "case-1", Optional.empty());
  }
}
