package io.safehand.server.base.access;

import static io.safehand.server.base.access.Party.Kind.BODY;
import static io.safehand.server.base.access.Party.Kind.OUTSIDE;
import static io.safehand.server.base.access.Party.Kind.PERSON;
import static io.safehand.server.base.access.Party.Kind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.storage.Storage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class PartiesTest {
  private static final PersonalText NAME = PersonalText.of("苏梨桥");
  private static final PersonalText MAIL = PersonalText.of("suliqiao@office.example");
  private static final PersonalText NOTHING = PersonalText.of("");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  @Autowired
  Parties parties;
  @Autowired
  Access access;
  @Autowired
  Storage storage;

  private SampleCompany company;
  private Account admin;

  @BeforeEach
  void anAdministrator() {
    company = SampleCompany.in(access);
    admin = company.administrator();
  }

  @Test
  void namesLieSealedAndPrintNothing() {
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    Party found = party(person);
    assertThat(found.name()).isEqualTo(NAME);
    assertThat(found.mail()).isEqualTo(MAIL);
    assertThat(found.toString()).doesNotContain(NAME.exposed()).doesNotContain(MAIL.exposed());
    List<String> rows = storage.in(company.id(), () -> storage.jdbc()
        .sql(
            "select encode(name, 'escape') || encode(mail, 'escape') from access.party where name is not null")
        .query(String.class)
        .list());
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(MAIL.exposed()));
  }

  @Test
  void everyAccountBelongsToAPerson() {
    Account staff = company.person("staff", Role.STAFF);
    Party person = parties.person(company.id(), staff.id()).orElseThrow();
    assertThat(person.kind()).isEqualTo(PERSON);
    assertThat(parties.describe(staff, person.id(), NAME, MAIL)).isEmpty();
    assertThat(party(person.id()).name()).isEqualTo(NAME);
  }

  @Test
  void aPersonWhoIsKnownGetsOneAccount() {
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    Account account = access.add(admin, "sales", person).orElseThrow();
    assertThat(access.person(company.id(), account.id())).contains(person);
    assertThat(access.add(admin, "sales-2", person)).isEmpty();
    assertThat(access.add(admin, "board", parties.add(admin, BODY, NAME, NOTHING))).isEmpty();
  }

  @Test
  void nobodyElseChangesAPerson() {
    Account staff = company.person("staff", Role.STAFF);
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> parties.describe(staff, person, MAIL, NOTHING));
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> parties.add(staff, PERSON, NAME, MAIL));
  }

  @Test
  void whatIsNoNameOrAddressIsRefused() {
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    for (String bad : List.of("a@b\r\nBcc: c@d", "two words@b", "<a@b>", "a", "a@b@c", "a@b,c@d")) {
      assertThat(parties.describe(admin, person, NAME, PersonalText.of(bad)))
          .contains(PartyRefusal.MALFORMED);
    }
    assertThat(parties.describe(admin, person, PersonalText.of("a\nb"), MAIL))
        .contains(PartyRefusal.MALFORMED);
  }

  @Test
  void membershipsHaveATermWithAFirstAndALastDay() {
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    PartyId board = parties.add(admin, BODY, PersonalText.of("监督委员会"), NOTHING);
    assertThat(parties.join(admin, new Parties.Term(person, board, "委员", FIRST, Optional.of(LAST))))
        .isEmpty();
    Membership membership = parties.memberships(admin).getFirst();
    assertThat(membership.runs(FIRST.minusDays(1))).isFalse();
    assertThat(membership.runs(FIRST)).isTrue();
    assertThat(membership.runs(LAST)).isTrue();
    assertThat(membership.runs(LAST.plusDays(1))).isFalse();
    assertThat(parties.leave(admin, membership.id(), FIRST.plusDays(9))).isEmpty();
    assertThat(parties.memberships(admin).getFirst().runs(FIRST.plusDays(10))).isFalse();
    assertThat(parties.leave(admin, membership.id(), LAST)).contains(PartyRefusal.TERM);
  }

  @Test
  void onlyPeopleAndOrganisationsAreMembersAndNeverOfAPerson() {
    PartyId person = parties.add(admin, PERSON, NAME, MAIL);
    PartyId unit = parties.add(admin, UNIT, NAME, NOTHING);
    PartyId firm = parties.add(admin, OUTSIDE, NAME, NOTHING);
    assertThat(join(unit, firm)).contains(PartyRefusal.KINDS);
    assertThat(join(firm, person)).contains(PartyRefusal.KINDS);
    assertThat(join(firm, firm)).contains(PartyRefusal.KINDS);
    assertThat(join(person, firm)).isEmpty();
    assertThat(parties.join(admin, new Parties.Term(person, unit, "主管", LAST, Optional.of(FIRST))))
        .contains(PartyRefusal.TERM);
  }

  @Test
  void unitsFormATree() {
    PartyId top = parties.add(admin, UNIT, NAME, NOTHING);
    PartyId sales = parties.add(admin, UNIT, NAME, NOTHING);
    PartyId shop = parties.add(admin, UNIT, NAME, NOTHING);
    assertThat(parties.move(admin, sales, Optional.of(top))).isEmpty();
    assertThat(parties.move(admin, shop, Optional.of(sales))).isEmpty();
    assertThat(parties.move(admin, top, Optional.of(shop))).contains(PartyRefusal.CIRCLE);
    assertThat(parties.move(admin, top, Optional.of(top))).contains(PartyRefusal.CIRCLE);
    assertThat(parties.move(admin, shop, Optional.empty())).isEmpty();
  }

  @Test
  void twoMovesAtOnceMakeNoCircle() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      PartyId one = parties.add(admin, UNIT, NAME, NOTHING);
      PartyId two = parties.add(admin, UNIT, NAME, NOTHING);
      CountDownLatch start = new CountDownLatch(1);
      Thread first = moving(start, one, two);
      Thread second = moving(start, two, one);
      start.countDown();
      first.join();
      second.join();
      assertThat(party(one).under().isPresent() && party(two).under().isPresent()).isFalse();
    }
  }

  @Test
  void partiesOfAnotherCompanyAreUnknown() {
    Account stranger = SampleCompany.in(access).administrator();
    PartyId person = parties.add(stranger, PERSON, NAME, MAIL);
    PartyId unit = parties.add(admin, UNIT, NAME, NOTHING);
    assertThat(join(person, unit)).contains(PartyRefusal.UNKNOWN);
    assertThat(parties.describe(admin, person, NAME, MAIL)).contains(PartyRefusal.UNKNOWN);
    assertThat(access.add(admin, "stolen", person)).isEmpty();
    assertThat(parties.all(admin)).noneMatch(party -> party.id().equals(person));
  }

  private Thread moving(CountDownLatch start, PartyId unit, PartyId under) {
    return Thread.ofPlatform().start(() -> {
      try {
        start.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      parties.move(admin, unit, Optional.of(under));
    });
  }

  private Optional<PartyRefusal> join(PartyId member, PartyId of) {
    return parties.join(admin, new Parties.Term(member, of, "代表", FIRST, Optional.empty()));
  }

  private Party party(PartyId id) {
    return parties.all(admin).stream().filter(party -> party.id().equals(id)).findFirst().orElseThrow();
  }
}
