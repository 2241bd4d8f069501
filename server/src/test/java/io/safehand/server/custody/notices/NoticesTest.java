package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.SampleInventory;
import io.safehand.server.custody.notices.Campaign.Undeliverable;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class NoticesTest {
  private static final UUID DEAL = new UUID(0, 77);
  private static final PersonId WANG = new PersonId(1, 1);
  private static final PersonId LI = new PersonId(-1, 2);
  private static final PersonId ZHAO = new PersonId(3, 3);
  @Autowired
  Notices notices;
  @Autowired
  ToldRows told;
  @Autowired
  Storage storage;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Evidence evidence;
  @Autowired
  Access access;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
  }

  @Test
  void anIncompleteNoticeStaysHome() {
    Notice full = SampleNotice.full(DEAL, LegalPath.SUCCESSION_22);
    Map<NoticePart, String> parts = new EnumMap<>(full.en().parts());
    parts.remove(NoticePart.RECIPIENT_NAME);
    CampaignId id = notices.draft(company.id(),
        new Notice(DEAL, full.path(), full.answerUntil(), full.zh(), new NoticeText(Language.EN, parts)),
        officer);
    assertThat(notices.release(company.id(), id, lawyer)).isEqualTo(
        new Release.Refused(List.of(new Notice.Missing(Language.EN, NoticePart.RECIPIENT_NAME, true))));
    assertThatIllegalStateException()
        .isThrownBy(() -> notices.deliver(company.id(), id, Set.of(WANG), officer));
  }

  @Test
  void provisionLooksForSensitiveFieldsInTheInventory() {
    new AdoptedInventory(inventories, decisions).adopt(SampleInventory.version("1"), officer, lawyer);
    Notice full = SampleNotice.full(DEAL, LegalPath.PROVISION_23);
    Map<NoticePart, String> parts = new EnumMap<>(full.en().parts());
    parts.remove(NoticePart.SENSITIVE_EFFECT);
    CampaignId id = notices.draft(company.id(),
        new Notice(DEAL, full.path(), full.answerUntil(), full.zh(), new NoticeText(Language.EN, parts)),
        officer);
    assertThat(notices.release(company.id(), id, lawyer)).isInstanceOf(Release.Refused.class);
  }

  @Test
  void theAuthorDoesNotRelease() {
    CampaignId id = notices.draft(company.id(), SampleNotice.full(DEAL, LegalPath.SUCCESSION_22), officer);
    assertThatIllegalArgumentException().isThrownBy(() -> notices.release(company.id(), id, officer));
  }

  @Test
  void deliveredIsKeptApartFromAnswered() {
    CampaignId id = released();
    assertThat(notices.deliver(company.id(), id, Set.of(WANG, LI), officer)).isEqualTo(2);
    assertThat(notices.undeliverable(company.id(), id, Set.of(ZHAO), officer)).isEqualTo(1);
    notices.answer(company.id(), id, Set.of(LI), TransferAnswer.OBJECTED, ConsentMethod.PHONE, officer);
    assertThat(stands()).isEqualTo(Map.of(WANG, TransferAnswer.NOTIFIED, LI, TransferAnswer.OBJECTED, ZHAO,
        TransferAnswer.NOT_NOTIFIED));
    Campaign campaign = notices.campaign(company.id(), id).orElseThrow();
    assertThat(campaign.planned()).isEqualTo(3);
    assertThat(campaign.delivered()).isEqualTo(2);
    assertThat(campaign.undeliverable()).isEqualTo(1);
    assertThat(campaign.objected()).isEqualTo(1);
    assertThat(campaign.coverage()).isEqualTo(6_666);
  }

  @Test
  void nobodyIsToldOrCountedTwice() {
    CampaignId id = released();
    notices.deliver(company.id(), id, Set.of(WANG, LI), officer);
    assertThat(notices.deliver(company.id(), id, Set.of(LI, ZHAO), officer)).isEqualTo(1);
    assertThat(notices.campaign(company.id(), id).orElseThrow().delivered()).isEqualTo(3);
  }

  @Test
  void theLastAnswerStandsAndTheCountsFollow() {
    CampaignId id = released();
    notices.deliver(company.id(), id, Set.of(WANG), officer);
    notices.answer(company.id(), id, Set.of(WANG, ZHAO), TransferAnswer.OBJECTED, ConsentMethod.PHONE,
        officer);
    notices.answer(company.id(), id, Set.of(WANG), TransferAnswer.OBJECTED, ConsentMethod.PAPER, officer);
    notices.answer(company.id(), id, Set.of(WANG), TransferAnswer.CONSENTED, ConsentMethod.PAPER, officer);
    assertThat(stands()).containsEntry(WANG, TransferAnswer.CONSENTED)
        .containsEntry(ZHAO, TransferAnswer.OBJECTED);
    Campaign campaign = notices.campaign(company.id(), id).orElseThrow();
    assertThat(campaign.consented()).isEqualTo(1);
    assertThat(campaign.objected()).isEqualTo(1);
  }

  @Test
  void theLastAnswerStandsWhicheverNoticeItAnswers() {
    CampaignId older = released();
    CampaignId newer = released();
    notices.answer(company.id(), newer, Set.of(WANG), TransferAnswer.CONSENTED, ConsentMethod.ACCEPT,
        officer);
    notices.answer(company.id(), older, Set.of(WANG, LI), TransferAnswer.OBJECTED, ConsentMethod.PAPER,
        officer);
    notices.answer(company.id(), newer, Set.of(LI), TransferAnswer.CONSENTED, ConsentMethod.ACCEPT, officer);
    notices.deliver(company.id(), newer, Set.of(WANG), officer);
    assertThat(stands()).containsEntry(WANG, TransferAnswer.OBJECTED)
        .containsEntry(LI, TransferAnswer.CONSENTED);
  }

  @Test
  void anAnswerDoesNotHideALaterDelivery() {
    CampaignId id = released();
    notices.answer(company.id(), id, Set.of(WANG), TransferAnswer.OBJECTED, ConsentMethod.PHONE, officer);
    assertThat(notices.deliver(company.id(), id, Set.of(WANG), officer)).isEqualTo(1);
    assertThat(stands()).containsEntry(WANG, TransferAnswer.OBJECTED);
  }

  @Test
  void aDraftReachesNobody() {
    CampaignId id = notices.draft(company.id(), SampleNotice.full(DEAL, LegalPath.SUCCESSION_22), officer);
    assertThatIllegalStateException().isThrownBy(() -> notices.answer(company.id(), id, Set.of(WANG),
        TransferAnswer.OBJECTED, ConsentMethod.PHONE, officer));
    assertThat(notices.campaigns(company.id(), DEAL)).extracting(Campaign::releasedAt)
        .allMatch(java.util.Optional::isEmpty);
  }

  @Test
  void coverageIsProvenOnceTheUnreachableAreDecided() {
    CampaignId id = released();
    notices.deliver(company.id(), id, Set.of(WANG), officer);
    notices.undeliverable(company.id(), id, Set.of(ZHAO), officer);
    assertThat(proof("notice.delivered")).isEqualTo(Proof.State.MISSING);
    notices.finish(company.id(), id, officer);
    assertThat(proof("notice.delivered")).isEqualTo(Proof.State.HOLDS);
    assertThat(proof("notice.covered")).isEqualTo(Proof.State.MISSING);
    notices.settle(company.id(), id, Undeliverable.ANNOUNCED, lawyer);
    assertThat(proof("notice.covered")).isEqualTo(Proof.State.HOLDS);
  }

  @Test
  void nothingIsLeftOfTheShredded() {
    CampaignId id = released();
    notices.deliver(company.id(), id, Set.of(WANG, LI), officer);
    storage.run(company.id(), () -> told.remove(company.id(), List.of(WANG)));
    assertThat(stands()).containsEntry(WANG, TransferAnswer.NOT_NOTIFIED)
        .containsEntry(LI, TransferAnswer.NOTIFIED);
    assertThat(notices.campaign(company.id(), id).orElseThrow().delivered()).isEqualTo(2);
  }

  private CampaignId released() {
    CampaignId id = notices.draft(company.id(), SampleNotice.full(DEAL, LegalPath.SUCCESSION_22), officer);
    assertThat(notices.release(company.id(), id, lawyer)).isEqualTo(new Release.Released());
    return id;
  }

  private Map<PersonId, TransferAnswer> stands() {
    return notices.transferAnswers(company.id(), DEAL, List.of(WANG, LI, ZHAO));
  }

  private Proof.State proof(String kind) {
    return evidence.of(company.id(), Subject.deal(DEAL), kind).state();
  }
}
