package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.mask.Mask;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.Disclosure;
import io.safehand.core.rules.Disclosure.Full;
import io.safehand.core.rules.Disclosure.Masked;
import io.safehand.core.rules.Disclosure.Pseudonym;
import io.safehand.core.rules.Disclosure.Withheld;
import io.safehand.core.rules.DisclosureRules;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows one person's record to one asker: load, decide field by field, write the line, and only when the line is
 * durable open the groups that hold a permitted field and mask.
 *
 * <p>A refusal is written too. If the line cannot be written nothing is opened. For one thread at a time.
 */
public final class Disclosing {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final PeopleFacts people;
  private final Inventory inventory;
  private final DisclosureRules rules;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;
  private final Vault vault;

  public Disclosing(CompanyKeys keys, CustodyStore store, PeopleFacts people, Inventory inventory,
      Clock clock, ZoneId zone, SecureRandom random) {
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

  /** The person's fields as {@code asking} may see them; {@link UnknownPerson} when there is none. */
  public View disclose(PersonId person, Asking asking, Errand errand) {
    return disclose(person, inventory.fields(), asking, errand);
  }

  /** The same of some fields of the inventory alone; no other is decided on, opened or written about. */
  public View disclose(PersonId person, List<FieldRule> asked, Asking asking, Errand errand) {
    try (vault;
        Permitted permitted = store.inSnapshot(custody -> permit(custody, person, asked, asking, errand))) {
      Map<GroupName, Map<FieldName, PersonalText>> opened = new LinkedHashMap<>();
      List<View.Field> fields = new ArrayList<>(asked.size());
      for (FieldRule field : asked) {
        Optional<Disclosure> decision = Optional.ofNullable(permitted.decisions().get(field.name()));
        fields.add(show(field, decision.orElseThrow(), permitted, opened, errand));
      }
      return new View(person, fields);
    }
  }

  private Permitted permit(Custody custody, PersonId person, List<FieldRule> asked, Asking asking,
      Errand errand) {
    SealedRecord record = custody.records().find(person).orElseThrow(UnknownPerson::new);
    PersonFacts facts = people.of(List.of(record)).getFirst();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Map<FieldName, Disclosure> decisions = new LinkedHashMap<>();
    for (FieldRule field : asked) {
      decisions.put(field.name(), rules.decide(field, asking, facts, today));
    }
    Permitted permitted = opened(custody, record, decisions);
    try {
      custody.ledger().write(line(permitted.ledgerKey(), asking, decisions, errand));
      return permitted;
    } catch (RuntimeException unwritten) {
      permitted.close();
      throw unwritten;
    }
  }

  private Permitted opened(Custody custody, SealedRecord record, Map<FieldName, Disclosure> decisions) {
    PersonKey key = keys.find(custody, record);
    try {
      return new Permitted(record, key, RecordOpening.ledgerKey(vault, key, record), decisions);
    } catch (RuntimeException forged) {
      key.close();
      throw forged;
    }
  }

  private LedgerLine line(byte[] ledgerKey, Asking asking, Map<FieldName, Disclosure> decisions,
      Errand errand) {
    Json.Object shown = Json.object();
    Json.Object withheld = Json.object();
    for (Map.Entry<FieldName, Disclosure> decision : decisions.entrySet()) {
      String field = decision.getKey().text();
      switch (decision.getValue()) {
        case Full full -> shown = shown.with(field, "full");
        case Masked masked -> shown = shown.with(field, "masked");
        case Pseudonym pseudonym -> shown = shown.with(field, "pseudonym");
        case Withheld refused -> withheld = withheld.with(field, refused.reason().code());
      }
    }
    Act act = shown.members().isEmpty() ? Act.DISCLOSE_REFUSED : Act.DISCLOSE;
    try (LedgerKey about = LedgerKey.of(ledgerKey)) {
      return errand
          .line(LineNonce.random(random), clock.instant(), act,
              Json.object()
                  .with("audience", asking.audience().code())
                  .with("stage", asking.stage().name())
                  .with("shown", shown)
                  .with("withheld", withheld))
          .about(about);
    }
  }

  private View.Field show(FieldRule field, Disclosure decision, Permitted permitted,
      Map<GroupName, Map<FieldName, PersonalText>> opened, Errand errand) {
    if (!decision.opens()) {
      return new View.Field(field.name(), decision, PersonalText.of(""));
    }
    PersonalText value = opened
        .computeIfAbsent(field.group(),
            group -> RecordOpening.group(vault, permitted.key(), permitted.record(), group))
        .getOrDefault(field.name(), PersonalText.of(""));
    if (value.isEmpty()) {
      return new View.Field(field.name(), new Withheld(Reason.NOT_HELD), value);
    }
    return new View.Field(field.name(), decision, switch (decision) {
      case Full full -> value;
      case Masked masked -> PersonalText.of(Mask.of(field.category()).mask(value.exposed()));
      case Pseudonym pseudonym -> Pseudonyms.of(permitted.ledgerKey(), field.name(), errand.deal());
      case Withheld withheld -> PersonalText.of("");
    });
  }

  @SuppressWarnings("ArrayRecordComponent") // one secret of one disclosure, overwritten at its end
  private record Permitted(SealedRecord record, PersonKey key, byte[] ledgerKey,
      Map<FieldName, Disclosure> decisions) implements AutoCloseable {
    @Override
    public void close() {
      key.close();
      Arrays.fill(ledgerKey, (byte) 0);
    }
  }
}
