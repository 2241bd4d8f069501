package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reading many people in one answer. More than {@value #FREE} need an unlock of {@code 60} seconds, which somebody at a
 * browser gives their own account after proving again who they are. No value leaves in full. At most
 * {@value #MOST_A_DAY} are read by an account's programs on one day, however many at once. Each person is decided on and
 * written anew. May be used by many threads.
 */
@Component
public final class BulkReads {
  /** So many people in one answer need no unlock. */
  public static final int FREE = 20;
  public static final int MOST_A_DAY = 2_000;
  static final Duration LASTS = Duration.ofSeconds(60);

  private final Disclosures disclosures;
  private final Inventories inventories;
  private final Askers askers;
  private final Vaults vaults;
  private final UnlockRows rows;
  private final Sessions sessions;
  private final Ledger ledger;
  private final Storage storage;
  private final Clock clock;
  private final ZoneId zone;

  BulkReads(Disclosures disclosures, Inventories inventories, Askers askers, Vaults vaults, UnlockRows rows,
      Sessions sessions, Ledger ledger, Storage storage, Clock clock, ZoneId zone) {
    this.disclosures = disclosures;
    this.inventories = inventories;
    this.askers = askers;
    this.vaults = vaults;
    this.rows = rows;
    this.sessions = sessions;
    this.ledger = ledger;
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
  }

  /** Why many people are not read, with a stable code. */
  public enum Refusal {
    /** More than may be read without an unlock, and there is none now. */
    LOCKED("disclosure.bulk-locked"),
    /** The day's budget of the account does not reach. */
    BUDGET("disclosure.bulk-budget");

    private final String code;

    Refusal(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * Lets the account read many people until the moment that is returned.
   *
   * @throws NotAllowed when the session's owner has not just proved again who they are, or sees no customers
   */
  public Instant unlock(Sessions.SignedIn who) {
    Account by = who.account();
    askers.audience(by.company(), by);
    if (!sessions.isSteppedUp(who.session())) {
      throw new NotAllowed();
    }
    Instant ends = clock.instant().plus(LASTS);
    storage.run(by.company(), () -> {
      rows.unlock(by, ends);
      ledger.write(by.company(), by.who(), Act.BULK_UNLOCKED, Json.object().with("until", ends.toString()));
    });
    return ends;
  }

  /** Until when the account may read many; empty when it may not now. */
  public Optional<Instant> unlocked(Account by) {
    return storage.in(by.company(), () -> rows.ends(by)).filter(clock.instant()::isBefore);
  }

  /** How many the account may still read today. */
  public int left(Account by) {
    return MOST_A_DAY - storage.in(by.company(), () -> rows.read(by, today()));
  }

  /**
   * Takes so many people from the day's budget, or says why not. Many are written here as well, and so is every refusal.
   */
  public Optional<Refusal> begin(Account by, int people, Purpose purpose, String matter) {
    if (people > FREE) {
      return take(by, people, purpose, matter);
    }
    return storage.in(by.company(), () -> {
      Optional<Refusal> refusal = spend(by, people);
      refusal.ifPresent(why -> write(by, people, purpose, matter, refusal));
      return refusal;
    });
  }

  private Optional<Refusal> take(Account by, int people, Purpose purpose, String matter) {
    return storage.in(by.company(), () -> {
      boolean unlocked = rows.ends(by).filter(clock.instant()::isBefore).isPresent();
      Optional<Refusal> refusal = unlocked ? spend(by, people) : Optional.of(Refusal.LOCKED);
      write(by, people, purpose, matter, refusal);
      return refusal;
    });
  }

  private Optional<Refusal> spend(Account by, int people) {
    return rows.take(by, today(), people, MOST_A_DAY) ? Optional.empty() : Optional.of(Refusal.BUDGET);
  }

  private void write(Account by, int people, Purpose purpose, String matter, Optional<Refusal> refusal) {
    Json.Object details = Json.object().with("people", people);
    ledger.write(by.company(),
        ledger.line(by.who(), Act.BULK_READ)
            .forPurpose(purpose.code())
            .inCase(matter)
            .with(refusal.map(reason -> details.with("refused", reason.code())).orElse(details)));
  }

  /** The next people of a list of all, or why they are not named. */
  public sealed interface Listing {
    /** They are taken from the day's budget; each is still to be read. */
    record Next(List<PersonId> people) implements Listing {}

    record Refused(Refusal why) implements Listing {}
  }

  /**
   * Goes on with the list of all customers behind this one. However few are wanted they need an unlock, because a list
   * needs no value that somebody knows.
   *
   * @param most none is one too many
   * @throws NotAllowed when the account sees no customers
   */
  public Listing list(Account by, Purpose purpose, String matter, Optional<PersonId> after, int most) {
    askers.audience(by.company(), by);
    List<PersonId> people = vaults.people(by.company(), after, Math.min(most, MOST_A_DAY));
    int wanted = most == 0 ? 1 : people.size();
    return take(by, wanted, purpose, matter).<Listing>map(Listing.Refused::new)
        .orElseGet(() -> new Listing.Next(people));
  }

  /**
   * One of them, no field in full.
   *
   * @throws UnknownPerson when there is no such person, or not any more
   */
  public View read(Account by, PersonId person, Purpose purpose, String matter) {
    return disclosures.glimpse(by, person, inventories.current(by.company()).fields(), purpose, matter);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
