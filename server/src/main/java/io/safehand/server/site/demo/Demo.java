package io.safehand.server.site.demo;

import io.safehand.core.custody.SealedRecord;
import io.safehand.core.custody.View;
import io.safehand.core.handover.age.PossessionChallenge;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.inventory.Audience;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict.Counted;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Release;
import io.safehand.server.deal.deals.Advance;
import io.safehand.server.deal.deals.ChangeOfControl;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Proposal;
import io.safehand.server.deal.handover.CertificatePdf;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.start.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A whole transfer of an invented company, step by step, as named accounts through the modules' doors. */
final class Demo {
  private static final int LEAVES_PER_STEP = 64;
  private static final int SHOWN = 200;

  private final Doors doors;
  private final DemoSettings settings;
  private final Telling telling;
  private final Summary summary;
  private final Path out;
  private final Cast seller;
  private final Cast buyer;
  private DealId deal;

  private Demo(Doors doors, DemoSettings settings, Telling telling, Summary summary,
      Beginning.Companies companies) {
    this.doors = doors;
    this.settings = settings;
    this.telling = telling;
    this.summary = summary;
    this.out = Path.of(settings.out()).toAbsolutePath();
    this.seller = companies.seller();
    this.buyer = companies.buyer();
    this.deal = new DealId(new UUID(0, 0));
  }

  /** Walks the whole deal; throws at the first step that does not hold. */
  static void run(Doors doors, DemoSettings settings, Telling telling, Path data) throws Exception {
    Summary summary = new Summary();
    Beginning.Companies companies = new Beginning(doors, settings, telling, summary, data).walk();
    new Demo(doors, settings, telling, summary, companies).walk();
  }

  private void walk() throws Exception {
    openDeal();
    showMasked();
    while (doors.deals().stage(seller.company(), deal) != Stage.SIGNING) {
      goOn();
    }
    if (settings.isMerger()) {
      merger();
    } else {
      equity();
    }
    finish();
  }

  private void openDeal() {
    DealType type = settings.isMerger() ? DealType.MERGER_DIVISION : DealType.EQUITY;
    DealTerms terms = DealTerms.of(type, "Spring Rain", seller.company(), buyer.company())
        .excludingObjectors();
    deal = doors.deals().open(seller.company(), terms, seller.manager());
  }

  /** Staff look at some customers in daily service: masked, or withheld with the reason. */
  private void showMasked() {
    long start = System.nanoTime();
    Purpose purpose = doors.inventories()
        .current(seller.company())
        .purposes()
        .stream()
        .filter(rule -> rule.opens().containsKey(Audience.STAFF))
        .map(PurposeRule::purpose)
        .findFirst()
        .orElseThrow();
    long withheld = 0;
    List<SealedRecord> some = some();
    for (SealedRecord record : some) {
      View view = doors.disclosures()
          .disclose(seller.company(), seller.staff(), record.person(), purpose, "service-desk",
              Optional.empty());
      withheld += view.fields().stream().anyMatch(field -> !field.decision().opens()) ? 1 : 0;
    }
    summary.count("withheld", withheld);
    step("disclose", start, count(some.size()), count(withheld));
  }

  private List<SealedRecord> some() {
    int leaves = doors.vaults().leaves(seller.company());
    List<SealedRecord> some = new ArrayList<>();
    for (int leaf = 0; leaf < leaves && some.size() < SHOWN; leaf += LEAVES_PER_STEP) {
      some.addAll(people(leaf, LEAVES_PER_STEP));
    }
    return some.subList(0, Math.min(SHOWN, some.size()));
  }

  private List<SealedRecord> people(int firstLeaf, int leaves) {
    return doors.vaults()
        .store(seller.company())
        .together(custody -> custody.records().inLeaves(firstLeaf, leaves));
  }

  private void merger() throws Exception {
    exchangeKey();
    goOn();
    notifyEverybody();
    later(Duration.ofDays(16));
    goOn();
    HandOvers.Released released = release();
    byte[] receipt = receive(released);
    goOn();
    rekey();
    Ending.Certified certified = destroy();
    Files.write(out.resolve("certificate.json"), certified.certificate().file());
    Files.write(out.resolve("certificate.pdf"), CertificatePdf.of(certified.certificate()));
    goOn();
    evidence(new Ending.Papers(Optional.of(released.folder()), Optional.of(receipt), Optional.of(certified)));
  }

  private void exchangeKey() throws Exception {
    Recipient recipient = doors.takingOver().drawKey(buyer.company(), deal);
    doors.handOvers().registerKey(seller.company(), deal, recipient, doors.keys().trust(), seller.officer());
    PossessionChallenge challenge = doors.handOvers().challenge(seller.company(), deal);
    if (!doors.handOvers()
        .prove(seller.company(), deal, challenge,
            doors.takingOver().solve(buyer.company(), deal, challenge.sealed()), seller.officer())) {
      throw new StepFailed("the buyer could not prove its key");
    }
    doors.handOvers().confirm(seller.company(), deal, recipient.fingerprint(), seller.officer());
    doors.handOvers().confirm(seller.company(), deal, recipient.fingerprint(), seller.lawyer());
    telling.say("step.key");
  }

  private void notifyEverybody() {
    long start = System.nanoTime();
    Instant until = doors.clock().instant().plus(Duration.ofDays(15));
    CampaignId campaign = doors.notices()
        .draft(seller.company(),
            NoticeDraft.of(deal, doors.deals().deal(seller.company(), deal).orElseThrow().terms().path(),
                until),
            seller.officer());
    if (doors.notices()
        .release(seller.company(), campaign, seller.lawyer()) instanceof Release.Refused refused) {
      throw new StepFailed("the notice lacks " + refused);
    }
    long told = 0;
    long objected = 0;
    long consented = 0;
    int leaves = doors.vaults().leaves(seller.company());
    for (int leaf = 0; leaf < leaves; leaf += LEAVES_PER_STEP) {
      List<SealedRecord> page = people(leaf, LEAVES_PER_STEP);
      Set<PersonId> all = ids(page, 0, 100);
      told += doors.notices().deliver(seller.company(), campaign, all, seller.officer());
      objected += answer(campaign, ids(page, 0, 3), TransferAnswer.OBJECTED, ConsentMethod.REFUSE);
      consented += answer(campaign, ids(page, 3, 40), TransferAnswer.CONSENTED, ConsentMethod.ACCEPT);
      telling.progress("progress.telling", told, summary.count("imported"));
    }
    require(told == summary.count("imported"), "not everybody was told");
    doors.notices().finish(seller.company(), campaign, seller.officer());
    summary.count("notified", told);
    summary.count("objected", objected);
    summary.count("consented", consented);
    step("notice", start, count(told), count(objected), count(consented));
  }

  /** People whose random id falls into this share of a hundred, so that answers differ without a value being read. */
  private static Set<PersonId> ids(List<SealedRecord> page, int from, int to) {
    Set<PersonId> ids = new HashSet<>();
    for (SealedRecord record : page) {
      long share = Long.remainderUnsigned(record.person().low(), 100);
      if (share >= from && share < to) {
        ids.add(record.person());
      }
    }
    return ids;
  }

  private long answer(CampaignId campaign, Set<PersonId> people, TransferAnswer answer,
      ConsentMethod method) {
    if (!people.isEmpty()) {
      doors.notices().answer(seller.company(), campaign, people, answer, method, seller.officer());
    }
    return people.size();
  }

  private HandOvers.Released release() throws IOException {
    long start = System.nanoTime();
    MatterId matter = doors.handOvers().proposeRelease(seller.company(), deal, seller.manager());
    String hash = doors.handOvers().releaseHash(seller.company(), deal);
    approve(seller.officer(), matter, hash);
    approve(seller.lawyer(), matter, hash);
    HandOvers.Released released = doors.handOvers()
        .release(seller.company(), deal, matter, out.resolve("package"),
            seller.officer(), done -> telling.progress("progress.packing", done, summary.count("imported")));
    long excluded = released.people().excluded().values().stream().mapToLong(Long::longValue).sum();
    summary.count("moved", released.people().moved());
    summary.count("excluded", excluded);
    summary.root(released.root());
    step("handover", start, count(released.people().moved()), count(excluded), listed(released.people()
        .excluded()));
    return released;
  }

  private byte[] receive(HandOvers.Released released) throws Exception {
    long start = System.nanoTime();
    SignedPaper paper = doors.takingOver()
        .receive(buyer.company(), deal, released.folder(), doors.keys().trust(),
            buyer.officer(), done -> telling.progress("progress.receiving", done, summary.count("moved")));
    byte[] file = paper.file();
    Files.write(out.resolve("receipt.json"), file);
    long received = doors.handOvers().acceptReceipt(seller.company(), deal, file, seller.officer()).people();
    summary.count("received", received);
    step("receive", start, count(received));
    return file;
  }

  private void rekey() throws Exception {
    long start = System.nanoTime();
    long rekeyed = doors.takingOver()
        .rekey(buyer.company(), deal, buyer.officer(),
            done -> telling.progress("progress.re-keying", done, summary.count("received")));
    doors.handOvers().acknowledgeRekey(seller.company(), deal, seller.officer());
    summary.count("rekeyed", rekeyed);
    step("rekey", start, count(rekeyed));
  }

  private Ending.Certified destroy() {
    long start = System.nanoTime();
    MatterId matter = doors.ending().propose(seller.company(), deal, seller.manager());
    String hash = doors.ending().hash(seller.company(), deal);
    approve(seller.officer(), matter, hash);
    approve(seller.lawyer(), matter, hash);
    Ending.Certified certified = doors.ending().destroy(seller.company(), deal, matter, seller.security());
    long destroyed = certified.result().shredded().destroyed();
    summary.count("shredded", destroyed);
    summary.count("retained", certified.result().retained());
    step("destroy", start, count(destroyed), count(certified.result().retained()), kept(certified));
    return certified;
  }

  private void equity() throws IOException {
    goOn();
    later(Duration.ofDays(16));
    goOn();
    ChangeOfControl change = new ChangeOfControl(Set.of(seller.administrator().id()),
        List.of(new ChangeOfControl.Appointment("yunqi-administrator", Role.ADMINISTRATOR)));
    MatterId matter = doors.deals().proposeControl(seller.company(), deal, change, seller.administrator());
    approve(seller.security(), matter, doors.deals().contentOf(deal, change));
    doors.deals().changeControl(seller.company(), deal, change, matter);
    telling.say("step.control");
    goOn();
    goOn();
    summary.count("retained", doors.vaults().population(seller.company()).live());
    evidence(new Ending.Papers(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private void evidence(Ending.Papers papers) throws IOException {
    long start = System.nanoTime();
    untilNow();
    summary.count("overrides", doors.deals().deal(seller.company(), deal).orElseThrow().overrides());
    doors.ending().evidence(seller.company(), deal, out.resolve("evidence"), papers, summary.forEvidence());
    SignedNote note = doors.ledger().latest(seller.company()).orElseThrow();
    summary.count("ledgerLines", note.unverifiedCheckpoint().orElseThrow().size());
    summary.checkpoint(note.unverifiedCheckpoint().orElseThrow().root().base64());
    step("evidence", start, count(summary.count("ledgerLines")));
  }

  private void finish() throws IOException {
    long start = System.nanoTime();
    Verifying verifying = new Verifying(doors.keys().trust());
    for (String paper : List.of("package", "receipt.json", "certificate.json", "evidence")) {
      if (Files.exists(out.resolve(paper))) {
        require(verifying.verify(out.resolve(paper)) instanceof Verdict.Good, paper + " does not verify");
      }
    }
    if (settings.isMerger()) {
      require(summary.count("imported") == summary.count("moved") + summary.count("excluded"),
          "moved and excluded");
      require(summary.count("received") == summary.count("moved"), "received is not moved");
      require(summary.count("rekeyed") == summary.count("received"), "re-keyed is not received");
      require(summary.count("imported") == summary.count("shredded") + summary.count("retained"),
          "shredded, retained");
    }
    step("verify", start);
    Files.writeString(out.resolve("summary.json"), summary.json().pretty());
    telling.say("step.papers", out);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new StepFailed(what);
    }
  }

  /** Goes one stage on: by approval when every gate passes, else by the recorded override of two. */
  private void goOn() {
    Proposal proposal = doors.deals().propose(seller.company(), deal, seller.manager());
    if (proposal.needsOverride()) {
      override(seller.officer(), proposal);
      override(seller.lawyer(), proposal);
    } else {
      approve(seller.officer(), proposal.matter(), proposal.sha256());
    }
    Advance advance = doors.deals().advance(seller.company(), deal, proposal.matter(), seller.manager());
    if (!(advance instanceof Advance.Moved moved)) {
      throw new StepFailed("the deal did not go on: " + advance);
    }
    if (moved.overridden() > 0) {
      telling.say("step.stage.overridden", telling.stage(moved.to()), count(moved.overridden()));
    } else {
      telling.say("step.stage.passed", telling.stage(moved.to()));
    }
    later(Duration.ofDays(2));
  }

  private void override(Account by, Proposal proposal) {
    counted(doors.decisions().override(by, proposal.matter(), proposal.sha256(), "gate.not-built"));
  }

  private void approve(Account by, MatterId matter, String hash) {
    counted(doors.decisions().approve(by, matter, hash));
  }

  private static void counted(io.safehand.server.base.decisions.Verdict verdict) {
    if (!(verdict instanceof Counted)) {
      throw new StepFailed("a vote does not count: " + verdict);
    }
  }

  /** The last papers carry the real time, so that what is shown afterwards is true. */
  private void untilNow() {
    if (doors.clock() instanceof SettableClock clock) {
      clock.set(Clock.tickMillis(ZoneOffset.UTC).instant());
    }
  }

  private void later(Duration by) {
    if (doors.clock() instanceof SettableClock clock) {
      clock.advance(by);
    }
  }

  private void step(String name, long startNanos, Object... places) {
    Duration time = Duration.ofNanos(System.nanoTime() - startNanos);
    summary.time(name, time);
    telling.step("step." + name, time, places);
  }

  private String listed(Map<String, Long> reasons) {
    return reasons.isEmpty() ? "" : " (" + telling.codes(reasons) + ")";
  }

  private static String kept(Ending.Certified certified) {
    Set<String> rules = new TreeSet<>();
    certified.result().kept().keySet().forEach(kept -> rules.add(kept.rule()));
    return rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
