package io.safehand.core.custody;

import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.OpenedKeys;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.NoticeRules;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.Reason;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Opens the addresses of many people who are to be told something: decide address by address, write one line for all of
 * them, and only when that line is durable open. Of each person the first address that is permitted and held is opened,
 * and no other.
 *
 * <p>Who is shredded before is not among them; nobody is shredded between the decision and its line. For one thread at a
 * time.
 */
public final class Addressing {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final PeopleFacts people;
  private final NoticeRules rules;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;
  private final Vault vault;

  /** @param ordered whether law orders the notice */
  public Addressing(CompanyKeys keys, CustodyStore store, PeopleFacts people, Inventory inventory,
      boolean ordered, Clock clock, ZoneId zone, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.people = people;
    this.rules = new NoticeRules(inventory, ordered);
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
  }

  /**
   * Which addresses of a person are wanted, the best first; and a field that says in which language the person reads,
   * if there is one.
   */
  public interface Wanted {
    List<FieldRule> addresses(PersonId person);

    Optional<FieldRule> language();
  }

  /**
   * The address of one person, or why there is none.
   *
   * @param field the field that {@code address} is of
   * @param closed each wanted address before it that was not used, by field, with a stable code
   */
  public record Addressed(PersonId person, Optional<FieldRule> field, PersonalText address,
      Optional<PersonalText> language, SortedMap<String, String> closed) {
    @Override
    public String toString() {
      return "address of person " + person;
    }
  }

  /**
   * @param whom names the people within the transaction of the line, held so that nobody removes them meanwhile, and may
   *     write there what makes them taken
   * @param details what else the line says
   */
  public List<Addressed> address(Function<Custody, List<SealedRecord>> whom, Wanted wanted, Errand errand,
      Json.Object details) {
    List<Permitted> permitted = store.together(custody -> permit(custody, whom, wanted, errand, details));
    try (vault) {
      return permitted.stream().map(one -> open(one, wanted)).toList();
    } finally {
      permitted.forEach(Permitted::close);
    }
  }

  private List<Permitted> permit(Custody custody, Function<Custody, List<SealedRecord>> whom, Wanted wanted,
      Errand errand, Json.Object details) {
    List<SealedRecord> records = whom.apply(custody);
    custody.trees().lock(keys.tree());
    List<Permitted> permitted = new ArrayList<>(records.size());
    if (records.isEmpty()) {
      return permitted;
    }
    List<PersonFacts> facts = people.of(records);
    try (vault; OpenedKeys opened = keys.find(custody, records)) {
      for (int i = 0; i < records.size(); i++) {
        permitted.add(decide(records.get(i), opened.key(records.get(i)), facts.get(i), wanted));
      }
      custody.ledger()
          .write(errand.line(LineNonce.random(random), clock.instant(), Act.NOTICE_ADDRESSED,
              counted(permitted, details)));
      return permitted;
    } catch (RuntimeException unwritten) {
      permitted.forEach(Permitted::close);
      throw unwritten;
    }
  }

  private Permitted decide(SealedRecord record, PersonKey key, PersonFacts facts, Wanted wanted) {
    RecordOpening.requireFacts(vault, key, record);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<FieldRule> opens = new ArrayList<>();
    SortedMap<String, String> closed = new TreeMap<>();
    for (FieldRule field : wanted.addresses(record.person())) {
      Optional<Reason> refusal = rules.refusal(field, facts, today);
      refusal.ifPresentOrElse(why -> closed.put(field.name().text(), why.code()), () -> opens.add(field));
    }
    return new Permitted(record, key, opens, closed);
  }

  private static Json.Object counted(List<Permitted> permitted, Json.Object details) {
    SortedMap<String, Long> open = new TreeMap<>();
    SortedMap<String, Long> withheld = new TreeMap<>();
    for (Permitted one : permitted) {
      one.opens.forEach(field -> open.merge(field.name().text(), 1L, Long::sum));
      one.closed.forEach((field, why) -> withheld.merge(field + " " + why, 1L, Long::sum));
    }
    return details.with("people", permitted.size())
        .with("opens", counts(open))
        .with("withheld", counts(withheld));
  }

  private static Json.Object counts(SortedMap<String, Long> counts) {
    Json.Object json = Json.object();
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json = json.with(count.getKey(), count.getValue());
    }
    return json;
  }

  private Addressed open(Permitted one, Wanted wanted) {
    SortedMap<String, String> closed = new TreeMap<>(one.closed);
    Optional<PersonalText> language = one.opens.isEmpty()
        ? Optional.empty()
        : wanted.language().map(field -> value(one, field)).filter(text -> !text.isEmpty());
    for (FieldRule field : one.opens) {
      PersonalText value = value(one, field);
      if (!value.isEmpty()) {
        return new Addressed(one.record.person(), Optional.of(field), value, language, closed);
      }
      closed.put(field.name().text(), Reason.NOT_HELD.code());
    }
    return new Addressed(one.record.person(), Optional.empty(), PersonalText.of(""), language, closed);
  }

  private PersonalText value(Permitted one, FieldRule field) {
    return RecordOpening.group(vault, one.key, one.record, field.group())
        .getOrDefault(field.name(), PersonalText.of(""));
  }

  private record Permitted(SealedRecord record, PersonKey key, List<FieldRule> opens,
      SortedMap<String, String> closed) implements AutoCloseable {
    @Override
    public void close() {
      key.close();
    }
  }
}
