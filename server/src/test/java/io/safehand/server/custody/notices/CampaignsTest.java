package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.custody.Shredding;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.messages.Letter;
import io.safehand.server.base.messages.Sink;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.SettableClock;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A notice that goes out into the sink of this process. */
@SafehandTest
@TestPropertySource(properties = "safehand.mail.sink=true")
class CampaignsTest {
  private static final UUID DEAL = new UUID(0, 79);
  private static final int CUSTOMERS = 700;

  @TempDir
  Path folder;
  @Autowired
  Notices notices;
  @Autowired
  Campaigns campaigns;
  @Autowired
  ToldRows told;
  @Autowired
  TallyRows tallies;
  @Autowired
  Sink sink;
  @Autowired
  Runs runs;
  @Autowired
  Storage storage;
  @Autowired
  Standing standing;
  @Autowired
  Clock clock;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Access access;
  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
  private SampleCompany company;
  private Account officer;
  private CampaignId campaign;
  private List<PersonId> people;

  @BeforeEach
  void aReleasedNotice() throws Exception {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions)
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(CUSTOMERS, rows);
    imports.run(company.id(), Files.writeString(folder.resolve("customers.csv"), rows.toString()), false,
        officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    people = vaults.store(company.id())
        .together(custody -> custody.records().inLeaves(0, vaults.leaves(company.id())))
        .stream()
        .map(SealedRecord::person)
        .toList();
    campaign = notices.draft(company.id(), SampleNotice.full(DEAL, LegalPath.SUCCESSION_22), officer);
    notices.release(company.id(), campaign, lawyer);
    sink.listen(letters::add);
  }

  @Test
  void everybodyIsToldOnceByTheFirstChannelThatWorks() {
    over(campaigns.start(officer, campaign));
    Campaign sent = now();
    assertThat(sent.planned()).isEqualTo(people.size());
    assertThat(sent.reached()).isEqualTo(letters.size()).isGreaterThan(people.size() / 2);
    assertThat(sent.reached() + sent.counts().of(Delivery.BY_HAND)).isEqualTo(people.size());
    assertThat(letters).extracting(Letter::reference).doesNotHaveDuplicates();
    assertThat(letters).extracting(letter -> letter.body().exposed().contains("/n/")).containsOnly(true);
    assertThat(letters).extracting(Letter::subject).contains("", subject());
    over(campaigns.start(officer, campaign));
    assertThat(letters).hasSize((int) sent.reached());
  }

  @Test
  void aDryRunCountsWhatTheSendingDoesAndSendsNothing() {
    assertThat(campaigns.rehearsal(company.id(), campaign)).isEmpty();
    over(campaigns.rehearse(officer, campaign));
    assertThat(letters).isEmpty();
    Map<String, Long> counts = campaigns.rehearsal(company.id(), campaign).orElseThrow().people();
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(people.size());
    over(campaigns.start(officer, campaign));
    assertThat(counts.getOrDefault("mail", 0L)).isEqualTo(mails()).isPositive();
    assertThat(counts.getOrDefault("sms", 0L)).isEqualTo(letters.size() - mails()).isPositive();
    assertThat(now().counts().of(Delivery.BY_HAND))
        .isEqualTo(people.size() - counts.getOrDefault("mail", 0L) - counts.getOrDefault("sms", 0L));
  }

  @Test
  void whoWasBeingToldWhenAProcessEndedIsInDoubtAndNotToldAgain() {
    List<PersonId> doubtful = people.subList(0, 5);
    storage.run(company.id(), () -> {
      told.put(company.id(), campaign, doubtful, Delivery.SENDING, "", clock.instant());
      tallies.add(company.id(), campaign, new Tally().moved(Delivery.NONE, Delivery.SENDING, 5));
    });
    over(campaigns.start(officer, campaign));
    assertThat(now().counts().of(Delivery.IN_DOUBT)).isEqualTo(5);
    assertThat(now().reached() + now().counts().of(Delivery.BY_HAND)).isEqualTo(people.size() - 5);
    assertThat(campaigns.settleDoubt(officer, campaign, false)).isEqualTo(5);
    over(campaigns.start(officer, campaign));
    assertThat(now().reached() + now().counts().of(Delivery.BY_HAND)).isEqualTo(people.size());
    assertThat(letters).extracting(Letter::reference).doesNotHaveDuplicates();
  }

  @Test
  void aPausedSendingGoesOnWhereItWas() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch paused = new CountDownLatch(1);
    sink.listen(letter -> {
      first.countDown();
      wait(paused);
    });
    Optional<UUID> run = campaigns.start(officer, campaign);
    assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(campaigns.pause(officer, campaign)).isTrue();
    paused.countDown();
    assertThat(over(run).state()).isEqualTo(Run.State.CANCELLED);
    assertThat(now().counts().of(Delivery.SENDING)).isZero();
    assertThat(over(campaigns.start(officer, campaign)).state()).isEqualTo(Run.State.DONE);
    assertThat(now().planned()).isEqualTo(people.size());
    assertThat(letters).hasSize((int) now().reached());
    assertThat(letters).extracting(Letter::reference).doesNotHaveDuplicates();
  }

  @Test
  void whoIsShreddedBeforeOrMeanwhileIsLeftOutAndLeavesNoRow() {
    PersonId before = people.getFirst();
    PersonId meanwhile = people.getLast();
    shred(before);
    CountDownLatch once = new CountDownLatch(1);
    sink.listen(letter -> {
      synchronized (once) {
        if (once.getCount() > 0) {
          once.countDown();
          shred(meanwhile);
        }
      }
    });
    assertThat(over(campaigns.start(officer, campaign)).state()).isEqualTo(Run.State.DONE);
    for (PersonId gone : List.of(before, meanwhile)) {
      for (String table : List.of("told", "attempt", "link")) {
        assertThat(storage.in(company.id(),
            () -> storage.jdbc()
                .sql("select count(*) from notices." + table + " where company_id = ? and person_id = ?")
                .params(company.id().value(), new UUID(gone.high(), gone.low()))
                .query(Long.class)
                .single()))
            .as(table)
            .isZero();
      }
    }
  }

  private void shred(PersonId person) {
    new Shredding(vaults.of(company.id()), vaults.store(company.id()), clock, new SecureRandom()).shred(
        List.of(Shredding.Order.destroy(person)), new Errand(officer.who(), "retention", "case-1", ""));
  }

  @Test
  void aCampaignGivenUpDoesNotGoOn() {
    campaigns.cancel(officer, campaign);
    assertThat(campaigns.start(officer, campaign)).isEmpty();
    assertThat(letters).isEmpty();
  }

  @Test
  void aHoldOnTheDealStopsIt() {
    standing.place(company.id(), Placing.freeze(Subject.deal(DEAL), "incident.freeze", "incident.response"),
        officer.who());
    Run run = over(campaigns.start(officer, campaign));
    assertThat(run.state()).isEqualTo(Run.State.FAILED);
    assertThat(run.problem()).isEqualTo("standing.held");
    assertThat(letters).isEmpty();
  }

  @Test
  void onlyWhoConsentsToAPurposeIsMeant() {
    campaigns.plan(officer, campaign,
        new Plan(new Plan.Segment(false, Optional.of(new Purpose("marketing")), Optional.empty()),
            List.of(Channel.MAIL), 0));
    over(campaigns.start(officer, campaign));
    assertThat(now().planned()).isBetween(1L, people.size() - 1L);
    assertThat(letters).hasSize((int) now().reached());
  }

  @Test
  void noAddressIsKeptAnywhere() {
    over(campaigns.start(officer, campaign));
    StringBuilder all = new StringBuilder();
    storage.run(company.id(),
        () -> List.of("told", "attempt", "link", "campaign", "tally")
            .forEach(table -> storage.jdbc()
                .sql("select row_to_json(r)::text from notices." + table + " r")
                .query(String.class)
                .list()
                .forEach(all::append)));
    assertThat(letters).isNotEmpty()
        .allSatisfy(letter -> assertThat(all.indexOf(letter.to().exposed())).isNegative());
  }

  private long mails() {
    return letters.stream().filter(letter -> !letter.subject().isEmpty()).count();
  }

  private String subject() {
    return letters.stream().map(Letter::subject).filter(text -> !text.isEmpty()).findFirst().orElseThrow();
  }

  private static void wait(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody paused it");
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Campaign now() {
    return notices.campaign(company.id(), campaign).orElseThrow();
  }

  private Run over(Optional<UUID> id) {
    Run run = runs.find(company.id(), id.orElseThrow()).orElseThrow();
    long givenUp = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!run.state().isOver() && System.nanoTime() < givenUp) {
      ((SettableClock) clock).advance(Duration.ofMillis(1));
      run = runs.find(company.id(), run.id()).orElseThrow();
    }
    return run;
  }
}
