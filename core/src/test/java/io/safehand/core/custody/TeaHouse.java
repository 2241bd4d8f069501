package io.safehand.core.custody;

import io.safehand.core.custody.intake.Intake;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.RecordFacts;

import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.LocalRun;
import io.safehand.core.bulk.RowResult;
import io.safehand.core.bulk.Tally;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.core.rules.Stage;
import io.safehand.core.person.FieldName;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.Attacker;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An invented company with everything in memory: its store, root slots, second place, people and acts. */
public final class TeaHouse implements PeopleFacts {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Purpose SERVICE = new Purpose("service");
  static final Purpose MARKETING = new Purpose("marketing");
  static final Purpose AUDIT = new Purpose("audit");
  static final Inventory INVENTORY = InventoryFile.parse(
      """
          format: 1
          version: "2026-11"
          kind: kind
          activity: last_seen_on
          purposes:
            - {purpose: service, zh: 服务, en: Service, travels: true, opens: {staff: masked, officer: full, adviser: pseudonym, keeper: full}}
            - {purpose: marketing, zh: 营销, en: Marketing, travels: true, opens: {staff: full}}
            - {purpose: audit, zh: 审计, en: Audit, opens: {officer: full, keeper: full}}
          fields:
            - {field: member, category: account, group: identity, purposes: [service, audit], basis: contract, retention: P3Y, identity: true, searchable: true}
            - {field: name, category: name, group: identity, purposes: [service, audit], basis: contract, retention: P3Y, required: true, searchable: true}
            - {field: mobile, category: mobile, group: contact, purposes: [service], basis: contract, retention: P3Y, searchable: true}
            - {field: email, category: email, group: leisure, purposes: [marketing], basis: consent, retention: P3Y, searchable: true}
            - {field: note, category: text, group: internal, purposes: [audit], basis: contract, retention: P3Y}
            - {field: invoice_no, category: account, group: invoice, purposes: [audit], basis: legal-duty, retention: P30Y}
            - {field: invoice_on, category: date, group: invoice, purposes: [audit], basis: legal-duty, retention: P30Y}
            - {field: last_seen_on, category: date, group: internal, purposes: [audit], basis: contract, retention: P3Y}
          consents:
            - {column: marketing, purpose: marketing, given: [同意], refused: [拒绝]}
          keep:
            - {rule: accounting.invoice, when: invoice_no, from: invoice_on, period: P30Y, groups: [identity, invoice], source: "会计档案管理办法"}
          """);
  static final String HEADER = "member,name,mobile,email,note,invoice_no,invoice_on,last_seen_on,kind,marketing";

  final SecureRandom random = new SecureRandom();
  final Clock clock = Clock.fixed(NOW, ZONE);
  final Faults faults = new Faults();
  final MemoryCustody store = new MemoryCustody(faults);
  final MemoryRoots roots = new MemoryRoots(faults);
  final MemoryPageLog log = new MemoryPageLog(faults);
  final TreeName name;
  final Map<PersonId, StandingAnswer> marketing = Collections.synchronizedMap(new HashMap<>());
  final Map<PersonId, TransferAnswer> notices = new HashMap<>();
  final Set<PersonId> holds = new HashSet<>();
  private final Suite suite;
  private final Path folder;
  CompanyKeys keys;

  TeaHouse(Path folder) {
    this(folder, Suite.AES_256_GCM);
  }

  TeaHouse(Path folder, Suite suite) {
    this.folder = folder;
    this.suite = suite;
    this.name = new TreeName(new CompanyId(UUID.randomUUID()), new TreeId(UUID.randomUUID()));
    this.keys = CompanyKeys.create(name, store, roots, log, suite, random);
  }

  /** The process is gone, whatever it was doing, and is started again. */
  void restart() {
    faults.revive();
    keys.close();
    keys = CompanyKeys.open(name, store, roots, log, suite, random);
  }

  /** This many customers in good order. Row 2 is customer 0. */
  static List<String> customers(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(TeaHouse::customer).toList();
  }

  static String customer(int i) {
    return "M%06d,%s,%s,tea%06d@example.cn,note %06d,,,2026-10-01,个人,%s".formatted(i, nameOf(i), mobileOf(i),
        i, i, i % 2 == 0 ? "同意" : "拒绝");
  }

  /** Keeps an invoice by law until 2056. */
  static String invoiced(int i) {
    return "M%06d,%s,%s,tea%06d@example.cn,note %06d,INV-%06d,2026-05-01,2026-10-01,个人,同意".formatted(i,
        nameOf(i), mobileOf(i), i, i, i);
  }

  static String nameOf(int i) {
    return "王" + "安邦昌达恩芳刚海家凯".charAt(i % 10) + "亮明宁平强荣山涛文雪".charAt(i / 10 % 10);
  }

  static String mobileOf(int i) {
    return "1380013%04d".formatted(i % 10_000);
  }

  Path csv(List<String> rows) {
    return csv(HEADER, rows);
  }

  Path csv(String header, List<String> rows) {
    try {
      Path file = Files.createTempFile(folder, "customers", ".csv");
      return Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tally take(List<String> rows) {
    return take(csv(rows), 1024, 1);
  }

  Tally take(Path csv, int batchRows, int workers) {
    return take(csv, batchRows, workers, new ArrayList<>());
  }

  Tally take(Path csv, int batchRows, int workers, List<RowResult> results) {
    try (CsvSource source = CsvSource.open(csv);
        Intake intake = new Intake(keys, store, INVENTORY, source.columns(), suite, errand("import"), clock,
            ZONE, random)) {
      List<BatchAct<SourceRow>> acts = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        BatchAct<SourceRow> act = intake.worker();
        acts.add(batch -> {
          List<RowResult> of = act.act(batch);
          synchronized (results) {
            results.addAll(of);
          }
          return of;
        });
      }
      return new LocalRun<>(batchRows, acts, tally -> {}).run(source);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Errand errand(String purpose) {
    return new Errand("acc-1", purpose, "case-1", "");
  }

  static Asking asking(Audience audience, Purpose purpose) {
    return new Asking(audience, purpose, Stage.NONE, false);
  }

  View see(PersonId person, Audience audience, Purpose purpose) {
    return disclosing().disclose(person, asking(audience, purpose), errand(purpose.code()));
  }

  Disclosing disclosing() {
    return new Disclosing(keys, store, this, INVENTORY, clock, ZONE, random);
  }

  Searching searching() {
    return new Searching(keys, store, this, INVENTORY, clock, ZONE, random);
  }

  Shredding shredding() {
    return new Shredding(keys, store, clock, random);
  }

  Retagging retagging() {
    return new Retagging(keys, store, shredding(), INVENTORY, clock, random);
  }

  /** Customer i of the last import. */
  PersonId person(int i) {
    return store.stored().ofRow(i + 2L).orElseThrow();
  }

  List<PersonId> people(int from, int to) {
    return Stream.iterate(from, i -> i < to, i -> i + 1).map(this::person).toList();
  }

  SealedRecord record(PersonId person) {
    return Optional.ofNullable(store.stored().records.get(person)).orElseThrow();
  }

  /** Whoever kept every page that ever was, here and in the second place, and takes the root slots now. */
  Attacker thief() {
    Attacker thief = new Attacker(
        Stream.concat(store.past().pages().stream(), log.everything().stream()).toList());
    roots.stolen().forEach(thief::learn);
    return thief;
  }

  /** What the keeper, who sees those kept apart too, reads of one field; empty where nothing is held. */
  String read(PersonId person, String field) {
    return see(person, Audience.KEEPER, SERVICE).fields()
        .stream()
        .filter(each -> each.name().equals(new FieldName(field)))
        .findFirst()
        .orElseThrow()
        .shown()
        .exposed();
  }

  static List<Shredding.Order> destroy(List<PersonId> people) {
    return people.stream().map(Shredding.Order::destroy).toList();
  }

  @Override
  public List<PersonFacts> of(List<SealedRecord> records) {
    return records.stream().map(this::facts).toList();
  }

  private PersonFacts facts(SealedRecord record) {
    Map<Purpose, StandingAnswer> answers = new HashMap<>(
        Optional.ofNullable(store.stored().answers.get(record.person())).orElse(Map.of()));
    Optional.ofNullable(marketing.get(record.person()))
        .ifPresent(answer -> answers.put(MARKETING, answer.at(NOW)));
    RecordFacts facts = record.facts();
    return new PersonFacts(answers, facts.activeOn(), facts.minor(), false, facts.restricted(),
        holds.contains(record.person()), Optional.ofNullable(notices.get(record.person())));
  }
}
