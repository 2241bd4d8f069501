package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.intake.DateText;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.keys.IndexKeys;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.Category;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.Disclosure.Withheld;
import io.safehand.core.rules.DisclosureRules;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds people by the exact value of one field that the inventory declares searchable: looks up tags, writes the
 * line with the tags and never the value, and only then opens the candidates to compare.
 *
 * <p>The answer has the same shape whether the value is known, unknown, damaged or belongs only to people whose
 * field the asker may not see. The time it takes grows with the candidates. For one thread at a time.
 */
public final class Searching {
  /** The most people that one search may give. */
  public static final int MOST = 20;
  private static final int SPARE_CANDIDATES = 20;

  private final CompanyKeys keys;
  private final CustodyStore store;
  private final PeopleFacts people;
  private final Inventory inventory;
  private final DisclosureRules rules;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;
  private final Checks checks = new Checks();
  private final Vault vault;

  public Searching(CompanyKeys keys, CustodyStore store, PeopleFacts people, Inventory inventory, Clock clock,
      ZoneId zone, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.people = people;
    this.inventory = inventory;
    this.rules = new DisclosureRules(inventory);
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
  }

  /** At most {@code most} people, 1 to {@link #MOST}, whose {@code field} is {@code value}. */
  public SearchAnswer search(FieldName field, PersonalText value, int most, Asking asking, Errand errand) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("a search gives 1 to " + MOST + " people");
    }
    Optional<FieldRule> rule = inventory.field(field).filter(FieldRule::searchable);
    Optional<String> refusal = rule.isEmpty() ? Optional.of("search.field") : refusal(rule.get(), asking);
    if (refusal.isPresent()) {
      refused(field, refusal.get(), errand);
      return new SearchAnswer.Refused(refusal.get());
    }
    String wanted = normalised(rule.orElseThrow(), value);
    List<Tag> tags = tags(field, wanted);
    List<Candidate> candidates = store
        .inSnapshot(custody -> candidates(custody, rule.get(), tags, most, asking, errand));
    return found(candidates, rule.get(), wanted, most);
  }

  /** Whether the rules would refuse it of anybody, even of a person about whom nothing speaks against it. */
  private Optional<String> refusal(FieldRule field, Asking asking) {
    PersonFacts willing = new PersonFacts(Map.of(asking.purpose(), StandingAnswer.of(Answer.GIVEN)), today(),
        false, false, false, false, Optional.empty());
    return rules.decide(field, asking, willing, today()) instanceof Withheld withheld
        ? Optional.of(withheld.reason().code())
        : Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private void refused(FieldName field, String code, Errand errand) {
    store.together(custody -> {
      custody.ledger()
          .write(errand.line(LineNonce.random(random), clock.instant(), Act.SEARCH,
              Json.object().with("field", field.text()).with("refused", code)));
      return custody;
    });
  }

  /** The value as it would have been taken in; a damaged one as it is, which nobody has. */
  private String normalised(FieldRule field, PersonalText value) {
    String text = value.exposed();
    if (field.category() == Category.DATE || field.category() == Category.BIRTH_DATE) {
      return DateText.read(text.strip()).map(LocalDate::toString).orElse(text);
    }
    return switch (checks.check(field.category(), text)) {
      case CheckResult.Valid valid -> valid.normalised();
      case CheckResult.Doubtful doubtful -> doubtful.normalised();
      case CheckResult.Damaged damaged -> text;
    };
  }

  private List<Tag> tags(FieldName field, String wanted) {
    List<Tag> tags = new ArrayList<>(2);
    for (IndexKeys.Index index : keys.index().newIndexes()) {
      try (index) {
        tags.add(new Tag(index.epoch(), index.tags().tag(field, wanted)));
      }
    }
    return tags;
  }

  private List<Candidate> candidates(Custody custody, FieldRule field, List<Tag> tags, int most,
      Asking asking, Errand errand) {
    custody.ledger()
        .write(errand.line(LineNonce.random(random), clock.instant(), Act.SEARCH,
            Json.object()
                .with("audience", asking.audience().code())
                .with("field", field.name().text())
                .with("most", most)
                .with("tags", Json.array(tags.stream().map(tag -> Json.text(tag.text())).toList()))));
    Set<PersonId> tagged = new LinkedHashSet<>();
    tags.forEach(
        tag -> tagged.addAll(custody.records().tagged(tag.epoch(), tag.value(), most + SPARE_CANDIDATES)));
    List<SealedRecord> records = tagged.stream()
        .flatMap(person -> custody.records().find(person).stream())
        .toList();
    List<PersonFacts> facts = people.of(records);
    List<Candidate> candidates = new ArrayList<>();
    try {
      for (int i = 0; i < records.size(); i++) {
        if (rules.decide(field, asking, facts.get(i), today()).opens()) {
          candidates.add(new Candidate(records.get(i), keys.find(custody, records.get(i))));
        }
      }
      return candidates;
    } catch (RuntimeException missing) {
      candidates.forEach(candidate -> candidate.key().close());
      throw missing;
    }
  }

  private SearchAnswer found(List<Candidate> candidates, FieldRule field, String wanted, int most) {
    try (vault) {
      List<PersonId> found = new ArrayList<>();
      for (Candidate candidate : candidates) {
        RecordOpening.requireFacts(vault, candidate.key(), candidate.record());
        PersonalText held = RecordOpening.group(vault, candidate.key(), candidate.record(), field.group())
            .getOrDefault(field.name(), PersonalText.of(""));
        if (found.size() < most && held.exposed().equals(wanted)) {
          found.add(candidate.record().person());
        }
      }
      return new SearchAnswer.Found(found);
    } finally {
      candidates.forEach(candidate -> candidate.key().close());
    }
  }

  private record Tag(long epoch, long value) {
    String text() {
      return epoch + ":" + HexFormat.of().toHexDigits(value);
    }
  }

  private record Candidate(SealedRecord record, PersonKey key) {}
}
