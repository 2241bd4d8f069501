package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.SearchAnswer;
import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.person.Category;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looking customers up in daily work: a search by the exact value of a field, with a purpose and a case, and what of
 * those whom it found the asker may see. Everything asked is on the ledger, refused or not. An inquiry serves its asker
 * for half an hour; whom it did not find cannot be asked for through it. May be used by many threads.
 */
@Component
public final class Inquiries {
  static final Duration LASTS = Duration.ofMinutes(30);
  private static final int SIGHTS = 50;
  private static final Role[] OVERSEERS = {Role.SELLER_OFFICER, Role.BUYER_OFFICER, Role.SELLER_LAWYER};

  private final Disclosures disclosures;
  private final Askers askers;
  private final Inventories inventories;
  private final InquiryRows rows;
  private final Sights sights;
  private final Access access;
  private final Storage storage;
  private final BusinessIds ids;
  private final Clock clock;

  Inquiries(Disclosures disclosures, Askers askers, Inventories inventories, InquiryRows rows, Sights sights,
      Access access, Storage storage, BusinessIds ids, Clock clock) {
    this.disclosures = disclosures;
    this.askers = askers;
    this.inventories = inventories;
    this.rows = rows;
    this.sights = sights;
    this.access = access;
    this.storage = storage;
    this.ids = ids;
    this.clock = clock;
  }

  /** For what an account may search, and by what. */
  public record Offer(List<PurposeRule> purposes, List<FieldRule> fields) {
    public Offer {
      purposes = List.copyOf(purposes);
      fields = List.copyOf(fields);
    }
  }

  /** What came of a search. */
  public sealed interface Outcome {
    /** It was done; it may have found nobody. */
    record Done(Inquiry inquiry) implements Outcome {}

    /** @param code the reason of a rule, or {@code search.field} */
    record Refused(String code) implements Outcome {}
  }

  /**
   * Purposes that are open to the account's capacity and fields that can be searched; empty without an inventory.
   *
   * @throws NotAllowed when the account has no role that sees customers
   */
  public Optional<Offer> offer(Account by) {
    Audience audience = askers.audience(by.company(), by);
    return inventories.adopted(by.company())
        .map(Adopted::inventory)
        .map(inventory -> new Offer(
            inventory.purposes().stream().filter(rule -> rule.opens().containsKey(audience)).toList(),
            inventory.fields().stream().filter(FieldRule::searchable).toList()));
  }

  /** Searches; at most 20 people are found. */
  public Outcome search(Account by, Question question) {
    return switch (disclosures.search(by, question)) {
      case SearchAnswer.Refused refused -> new Outcome.Refused(refused.code());
      case SearchAnswer.Found found -> {
        Instant now = clock.instant();
        Inquiry inquiry = new Inquiry(ids.next(), question.purpose(), question.matter(), question.field(),
            now.plus(LASTS), found.people());
        storage.run(by.company(), () -> rows.add(by, inquiry, now));
        yield new Outcome.Done(inquiry);
      }
    };
  }

  /** The account's own inquiry; empty when there is none of this id or it has ended. */
  public Optional<Inquiry> inquiry(Account by, UUID id) {
    return storage.in(by.company(), () -> rows.find(by, id))
        .filter(inquiry -> clock.instant().isBefore(inquiry.ends()));
  }

  /**
   * The account's own inquiry for this purpose and case that found this person.
   *
   * @throws UnknownPerson when none did or it has ended; that somebody asked is written
   */
  public Inquiry finding(Account by, PersonId person, Purpose purpose, String matter) {
    Instant now = clock.instant();
    return storage
        .in(by.company(),
            () -> rows.finding(by, person, purpose, matter, now).flatMap(id -> rows.find(by, id)))
        .orElseThrow(() -> {
          disclosures.refused(by.company(), new Errand(by.who(), purpose.code(), matter, ""));
          return new UnknownPerson();
        });
  }

  /** Those found, enough to tell them apart and nothing in full; who has gone since is left out. */
  public List<View> hits(Account by, Inquiry inquiry) {
    List<FieldRule> fields = telling(inventories.current(by.company()), inquiry);
    List<View> hits = new ArrayList<>();
    for (PersonId person : inquiry.people()) {
      try {
        hits.add(disclosures.glimpse(by, person, fields, inquiry.purpose(), inquiry.matter()));
      } catch (UnknownPerson gone) {
        continue;
      }
    }
    return hits;
  }

  private static List<FieldRule> telling(Inventory inventory, Inquiry inquiry) {
    return inventory.fields()
        .stream()
        .filter(field -> field.identity() || field.category() == Category.NAME
            || field.name().equals(inquiry.field()))
        .limit(6)
        .toList();
  }

  /**
   * The whole record of one of those found, as the account may see it now.
   *
   * @throws UnknownPerson when the inquiry did not find this person, or the record has gone since
   */
  public View record(Account by, Inquiry inquiry, PersonId person) {
    if (!inquiry.people().contains(person)) {
      disclosures.refused(by.company(), new Errand(by.who(), inquiry.purpose().code(), inquiry.matter(), ""));
      throw new UnknownPerson();
    }
    return disclosures.disclose(by.company(), by, person, inquiry.purpose(), inquiry.matter(),
        Optional.empty());
  }

  /** Who looked at this person last; empty when it is not the account's business. */
  public Optional<List<Sight>> sights(Account by, PersonId person) {
    boolean overseer = List.of(OVERSEERS).stream().anyMatch(role -> access.holds(by, role));
    return overseer ? Optional.of(sights.of(by.company(), person, SIGHTS)) : Optional.empty();
  }
}
