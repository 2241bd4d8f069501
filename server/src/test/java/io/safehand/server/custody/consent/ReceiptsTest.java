package io.safehand.server.custody.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.start.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class ReceiptsTest {
  private static final Purpose MARKETING = new Purpose("marketing");
  private static final PersonId WANG = new PersonId(7, 1);
  private static final PersonId LI = new PersonId(-7, 2);
  @Autowired
  Consents consents;
  @Autowired
  ConsentNotices notices;
  @Autowired
  Histories histories;
  @Autowired
  Receipts receipts;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Access access;
  @Autowired
  Keys keys;
  @Autowired
  SettableClock clock;
  private SampleCompany company;
  private Account officer;

  @BeforeEach
  void anInventory() throws Exception {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
  }

  @Test
  void saysHowItWasGivenToWhichNoticeAndAboutWhat() throws Exception {
    ConsentNotice notice = notices.publish(MARKETING, new ConsentNotices.Text("营销告知", "News"), true, officer);
    Instant signed = clock.instant().minus(Duration.ofDays(2));
    UUID event = consents.record(company.id(), WANG,
        ConsentEvent.given(MARKETING, ConsentMethod.PAPER, "form-17")
            .in(new Circumstances(Surface.STAFF, Speaker.GUARDIAN, Expression.EXPLICITLY_EXPRESSED, true,
                Optional.of(new ServedNotice(notice.zhSha256(), "zh", "letter-1")), Optional.of(signed))),
        officer);
    ConsentReceipt receipt = read(WANG, event);
    assertThat(receipt.id()).isEqualTo(event.toString());
    assertThat(receipt.notice().orElseThrow().sha256()).isEqualTo(notice.zhSha256());
    assertThat(receipt.information()).extracting(type -> type.field())
        .containsExactly("email", "wechat", "qq");
    assertThat(receipt.act().at()).isEqualTo(signed);
    assertThat(List.of(receipt.act().state(), receipt.act().entity(), receipt.act().method()))
        .containsExactly("GIVEN", "guardian", "paper");
    assertThat(receipt.act().separate()).isTrue();
  }

  @Test
  void theSameEventGivesTheSameBytesWhateverChangedSince() throws Exception {
    UUID event = given();
    byte[] first = file(WANG, event);
    notices.publish(MARKETING, new ConsentNotices.Text("另有用途", "Another use"), true, officer);
    assertThat(file(WANG, event)).isEqualTo(first);
    assertThat(read(WANG, event).act().state()).isEqualTo("GIVEN");
  }

  @Test
  void anImportedConsentSaysThatItWasImportedAndNoMoreThanTheFileSays() throws Exception {
    UUID source = consents.openImport(company.id(), "ab".repeat(32), officer);
    consents.addImported(company.id(), source,
        List.of(new ImportedAnswers(LI, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN)))));
    RecordedAnswer answer = histories.of(company.id(), LI).getFirst();
    assertThat(answer.isImported()).isTrue();
    ConsentReceipt receipt = read(LI, answer.id());
    assertThat(receipt.act().surface()).isEqualTo("import");
    assertThat(receipt.act().method()).isEqualTo("unstated");
    assertThat(receipt.act().provenance()).isEqualTo("ab".repeat(32));
    assertThat(receipt.handling().collection()).containsExactly("from-file");
    assertThat(receipt.notice()).isEmpty();
  }

  @Test
  void namesThePersonByAPseudonymOfThisCompanyAlone() throws Exception {
    ConsentReceipt one = read(WANG, given());
    assertThat(read(WANG, given()).person()).isEqualTo(one.person());
    assertThat(new String(file(WANG, given()), StandardCharsets.UTF_8)).doesNotContain(WANG.toString());
    assertThat(one.person()).isNotEqualTo(WANG.toString());
  }

  @Test
  void nobodyElsesEventAndNothingOfTheShreddedIsGiven() {
    UUID event = given();
    assertThat(receipts.of(company.id(), LI, event, "staff")).isEmpty();
    file(WANG, event);
    consents.remove(company.id(), List.of(WANG));
    assertThat(receipts.of(company.id(), WANG, event, "staff")).isEmpty();
  }

  @Test
  void theHistoryTellsWhatStoodAfterEachAnswer() {
    given();
    given();
    consents.record(company.id(), WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.PHONE, "call-9"),
        officer);
    assertThat(histories.of(company.id(), WANG)).extracting(RecordedAnswer::state)
        .containsExactly(Answer.GIVEN, Answer.RENEWED, Answer.WITHDRAWN);
  }

  private UUID given() {
    return consents.record(company.id(), WANG, ConsentEvent.given(MARKETING, ConsentMethod.COUNTER, "till-3"),
        officer);
  }

  private byte[] file(PersonId person, UUID event) {
    return receipts.of(company.id(), person, event, officer.who()).orElseThrow();
  }

  private ConsentReceipt read(PersonId person, UUID event) throws Exception {
    return ConsentReceipt.require(new NamedBytes("receipt", file(person, event)), keys.trust()).paper();
  }
}
