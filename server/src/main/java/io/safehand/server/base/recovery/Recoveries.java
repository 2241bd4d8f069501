package io.safehand.server.base.recovery;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.messages.Mail;
import io.safehand.server.base.messages.Mails;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A new way in for somebody who lost phone or password, the last administrator too: one person proposes, another
 * confirms, neither of them the one it is for; a day passes, in which the owner is told, on every page and by mail, and
 * can call it off; then a link is made that works like an invitation. Each step is a line of the log. May be used by many
 * threads.
 */
@Component
public final class Recoveries {
  static final Duration WAITING = Duration.ofDays(1);
  private static final String KIND = "access.recovery";
  private static final Role[] PROPOSERS = {Role.ADMINISTRATOR, Role.SECURITY_OFFICER};
  private static final Set<Role> CONFIRMERS = Set.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER,
      Role.SELLER_OFFICER, Role.BUYER_OFFICER, Role.SELLER_LAWYER);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Storage storage;
  private final RecoveryRows rows;
  private final Access access;
  private final SignIns signIns;
  private final Invitations invitations;
  private final Decisions decisions;
  private final Mails mails;
  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;

  Recoveries(Storage storage, RecoveryRows rows, Access access, SignIns signIns, Invitations invitations,
      Decisions decisions, Mails mails, Ledger ledger, Clock clock, ZoneId zone) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.signIns = signIns;
    this.invitations = invitations;
    this.decisions = decisions;
    this.mails = mails;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  /** What came of asking for a link. */
  public sealed interface Outcome {
    /** @param secret of the link, shown once */
    record Made(Secret secret) implements Outcome {}

    record Refused(RecoveryRefusal reason) implements Outcome {}
  }

  /** All that are open, for any account of the company. */
  public List<Recovery> open(CompanyId company) {
    return storage.in(company, () -> rows.all(company));
  }

  /** Whether one is open for this account: its owner is told on every page. */
  public boolean isOpen(Account owner) {
    return storage.in(owner.company(), () -> rows.isOpen(owner.company(), owner.id()));
  }

  /**
   * Empty when it waits for a second person now.
   *
   * @throws io.safehand.server.base.access.NotAllowed when {@code by} is neither administrator nor security officer
   */
  public Optional<RecoveryRefusal> propose(Account by, AccountId of) {
    CompanyId company = by.company();
    access.require(company, by, PROPOSERS);
    if (by.id().equals(of)) {
      return Optional.of(RecoveryRefusal.OWN_ACCOUNT);
    }
    return storage.in(company, () -> {
      if (access.account(company, of).flatMap(signIns::name).isEmpty()) {
        return Optional.of(RecoveryRefusal.UNKNOWN);
      }
      storage.lock(company, "recovery");
      if (rows.lock(company, of).isPresent()) {
        return Optional.of(RecoveryRefusal.ALREADY);
      }
      MatterId matter = decisions.open(by, new Opening(KIND, subject(of), hash(company, of), 1, CONFIRMERS));
      rows.add(company, of, matter);
      write(by, Act.RECOVERY_PROPOSED, of, "");
      return Optional.empty();
    });
  }

  /** Empty when the waiting period runs now; its owner is told, where mail can be sent. */
  public Optional<RecoveryRefusal> confirm(Account by, AccountId of) {
    CompanyId company = by.company();
    if (by.id().equals(of)) {
      return Optional.of(RecoveryRefusal.OWN_ACCOUNT);
    }
    Instant ready = clock.instant().plus(WAITING);
    Optional<RecoveryRefusal> refusal = storage.in(company, () -> {
      Optional<Recovery> recovery = rows.lock(company, of).filter(found -> found.readyAt().isEmpty());
      if (recovery.isEmpty()) {
        return Optional.of(RecoveryRefusal.NONE);
      }
      if (!(decisions.approve(by, recovery.get().matter(), hash(company, of)) instanceof Verdict.Counted)) {
        return Optional.of(RecoveryRefusal.SECOND_PERSON);
      }
      rows.ready(company, of, ready);
      write(by, Act.RECOVERY_CONFIRMED, of, ready.toString());
      return Optional.empty();
    });
    if (refusal.isEmpty()) {
      tell(by, of, ready);
    }
    return refusal;
  }

  /** The log says whether the owner could know of it by mail. */
  private void tell(Account by, AccountId of, Instant ready) {
    Mails.Outcome outcome = mails.send(by.company(), of,
        new Mail("recovery", SHOWN.format(ready.atZone(zone))));
    ledger.write(by.company(), by.who(), Act.RECOVERY_TOLD,
        Json.object().with("account", of.toString()).with("outcome", outcome.name()));
  }

  /** Calls it off: whom it is for, an administrator or a security officer. */
  public Optional<RecoveryRefusal> callOff(Account by, AccountId of) {
    if (!by.id().equals(of)) {
      access.require(by.company(), by, PROPOSERS);
    }
    return storage.in(by.company(), () -> {
      if (!rows.end(by.company(), of)) {
        return Optional.of(RecoveryRefusal.NONE);
      }
      write(by, Act.RECOVERY_ENDED, of, "");
      return Optional.empty();
    });
  }

  /** Makes the link, once, when the waiting period is over. Nobody makes one for themselves. */
  public Outcome link(Account by, AccountId of) {
    CompanyId company = by.company();
    access.require(company, by, PROPOSERS);
    return storage.in(company, () -> {
      Optional<Recovery> recovery = rows.lock(company, of);
      Optional<RecoveryRefusal> refusal = refusal(by, of, recovery);
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      boolean decided = decisions
          .carryOut(company, recovery.orElseThrow().matter(), KIND, subject(of), hash(company, of))
          .filter(matter -> isByOthers(matter, of))
          .isPresent();
      rows.end(company, of);
      write(by, Act.RECOVERY_ENDED, of, "");
      return decided
          ? new Outcome.Made(invitations.afterTwoDecided(by, of).orElseThrow())
          : new Outcome.Refused(RecoveryRefusal.SECOND_PERSON);
    });
  }

  private Optional<RecoveryRefusal> refusal(Account by, AccountId of, Optional<Recovery> recovery) {
    if (by.id().equals(of)) {
      return Optional.of(RecoveryRefusal.OWN_ACCOUNT);
    }
    if (recovery.isEmpty() || access.account(by.company(), of).isEmpty()) {
      return Optional.of(RecoveryRefusal.NONE);
    }
    boolean over = recovery.get().readyAt().filter(ready -> !clock.instant().isBefore(ready)).isPresent();
    return over ? Optional.empty() : Optional.of(RecoveryRefusal.WAITING);
  }

  private static boolean isByOthers(Matter matter, AccountId of) {
    return !matter.author().equals(of) && matter.votes().stream().noneMatch(vote -> vote.by().equals(of));
  }

  private static String subject(AccountId of) {
    return "account/" + of;
  }

  private static String hash(CompanyId company, AccountId of) {
    return Sha256.hex(KIND + "/" + company + "/" + of);
  }

  private void write(Account by, Act act, AccountId of, String ready) {
    Json.Object details = Json.object().with("account", of.toString());
    ledger.write(by.company(), by.who(), act, ready.isEmpty() ? details : details.with("ready", ready));
  }
}
