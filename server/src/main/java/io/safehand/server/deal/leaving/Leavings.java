package io.safehand.server.deal.leaving;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.Question;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The lawful handler takes its customers out in clear form. Its officer asks, with purposes, reason and place; somebody
 * else approves exactly that; after proving again who they are, the officer has it written as an XLSX file under a
 * passphrase that is shown once and stored nowhere, and takes it once. Who is held back, restricted or objecting stays
 * out as in any disclosure; each person given out is a line of the ledger. The register says who holds what where until
 * when. May be used by many threads.
 */
@Component
public final class Leavings {
  static final String KIND = "leaving.copy";
  private static final int MOST_DAYS = 366;
  private static final Role[] ASKERS = {Role.SELLER_OFFICER, Role.BUYER_OFFICER};
  private static final Set<Role> APPROVERS = Set.of(Role.SELLER_LAWYER, Role.SECURITY_OFFICER,
      Role.BUYER_SECURITY, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
  private static final Role[] READERS = {Role.SELLER_OFFICER, Role.BUYER_OFFICER, Role.SELLER_LAWYER,
    Role.SECURITY_OFFICER, Role.BUYER_SECURITY, Role.AUDITOR};

  private final Storage storage;
  private final CopyRows rows;
  private final CopyFolder folder;
  private final Passphrases passphrases;
  private final Permission permission;
  private final Expiring expiring;
  private final Access access;
  private final Sessions sessions;
  private final Decisions decisions;
  private final Runs runs;
  private final Inventories inventories;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final SecureRandom random;
  private final Clock clock;
  private final ZoneId zone;

  Leavings(Storage storage, CopyRows rows, CopyFolder folder, Passphrases passphrases, Permission permission,
      Expiring expiring, Access access, Sessions sessions, Decisions decisions, Runs runs,
      Inventories inventories, Ledger ledger, BusinessIds ids, SecureRandom random, Clock clock,
      ZoneId zone) {
    this.storage = storage;
    this.rows = rows;
    this.folder = folder;
    this.passphrases = passphrases;
    this.permission = permission;
    this.expiring = expiring;
    this.access = access;
    this.sessions = sessions;
    this.decisions = decisions;
    this.runs = runs;
    this.inventories = inventories;
    this.ledger = ledger;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.zone = zone;
  }

  /** Asks for a copy; somebody else has to approve it. */
  public CopyId ask(Account by, Wanted wanted) {
    CompanyId company = by.company();
    access.require(company, by, ASKERS);
    Adopted adopted = inventories.adopted(company).orElseThrow(() -> new CopyRefused("leaving.no-inventory"));
    requireSense(wanted, adopted);
    CopyId id = new CopyId(ids.next());
    return storage.in(company, () -> {
      MatterId matter = decisions.open(by,
          new Opening(KIND, id.subject(), wanted.sha256(id, adopted.sha256()), 1, APPROVERS));
      rows.add(company, new Copy(id, by.id(), matter, Copy.State.ASKED, wanted, clock.instant(), 0,
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ""));
      return id;
    });
  }

  private void requireSense(Wanted wanted, Adopted adopted) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    boolean days = wanted.until().isAfter(today) && wanted.until().isBefore(today.plusDays(MOST_DAYS + 1));
    boolean declared = wanted.purposes().stream().allMatch(it -> adopted.inventory().purpose(it).isPresent());
    if (!days || !declared || wanted.purposes().isEmpty() || !Question.isMatter(wanted.matter())) {
      throw new CopyRefused("leaving.wanted");
    }
  }

  /** The hash of what would be decided now. */
  public Optional<String> hash(CompanyId company, Copy copy) {
    return permission.decided(company, copy);
  }

  public Optional<Copy> find(Account by, CopyId id) {
    access.require(by.company(), by, READERS);
    expiring.go(by.company());
    return storage.in(by.company(), () -> rows.find(by.company(), id));
  }

  /** The register, the newest first. */
  public List<Copy> all(Account by, int most) {
    access.require(by.company(), by, READERS);
    expiring.go(by.company());
    return storage.in(by.company(), () -> rows.all(by.company(), most));
  }

  /** Whether the account may ask for copies. */
  public boolean mayAsk(Account account) {
    return List.of(ASKERS).stream().anyMatch(role -> access.holds(account, role));
  }

  /**
   * Begins to write what was decided on. Whoever calls shows the passphrase once; nobody can have it again.
   *
   * @throws NotAllowed when it is not the asker's own, or they have not just proved again who they are
   * @throws CopyRefused when it is not decided for what is there now, or, once it is, nothing may leave now
   */
  public Passphrase begin(Sessions.SignedIn who, CopyId id) {
    Account by = who.account();
    CompanyId company = by.company();
    Copy copy = own(who, id);
    Passphrase passphrase = Passphrase.draw(random);
    storage.run(company, () -> {
      boolean decided = hash(company, copy)
          .flatMap(hash -> decisions.carryOut(company, copy.matter(), KIND, id.subject(), hash))
          .isPresent();
      if (!decided) {
        throw new CopyRefused("leaving.not-decided");
      }
      permission.require(company, by.id());
      if (!rows.writing(company, id)) {
        throw new CopyRefused("leaving.not-decided");
      }
      passphrases.keep(id, passphrase);
      runs.begin(by, KIND, id.subject());
    });
    return passphrase;
  }

  /**
   * Gives the sealed file out, once: it is erased here at the same time.
   *
   * @throws NotAllowed when it is not the asker's own, or they have not just proved again who they are
   * @throws CopyRefused when it was taken or has expired, or nothing may leave now
   */
  public InputStream take(Sessions.SignedIn who, CopyId id) throws IOException {
    Account by = who.account();
    CompanyId company = by.company();
    own(who, id);
    InputStream file = open(company, id);
    try {
      storage.run(company, () -> {
        permission.require(company, by.id());
        if (!rows.taken(company, id, clock.instant())) {
          throw new CopyRefused("leaving.gone");
        }
        write(by, Act.COPY_TAKEN, id);
      });
    } catch (RuntimeException refused) {
      file.close();
      throw refused;
    }
    folder.erase(company, id);
    return file;
  }

  private InputStream open(CompanyId company, CopyId id) throws IOException {
    try {
      return folder.read(company, id);
    } catch (NoSuchFileException gone) {
      throw new CopyRefused("leaving.gone");
    }
  }

  /**
   * Its holder says that the copy, and what was made of it, is destroyed.
   *
   * @throws NotAllowed when somebody else holds it
   * @throws CopyRefused when there is none to destroy
   */
  public void attestDestroyed(Account by, CopyId id) {
    Copy copy = find(by, id).orElseThrow(() -> new CopyRefused("leaving.gone"));
    if (!copy.holder().equals(by.id())) {
      throw new NotAllowed();
    }
    storage.run(by.company(), () -> {
      if (!rows.destroyed(by.company(), id, clock.instant())) {
        throw new CopyRefused("leaving.gone");
      }
      write(by, Act.COPY_DESTROYED, id);
    });
  }

  private Copy own(Sessions.SignedIn who, CopyId id) {
    Account by = who.account();
    access.require(by.company(), by, ASKERS);
    Copy copy = find(by, id).orElseThrow(() -> new CopyRefused("leaving.gone"));
    if (!copy.holder().equals(by.id()) || !sessions.isSteppedUp(who.session())) {
      throw new NotAllowed();
    }
    return copy;
  }

  private void write(Account by, Act act, CopyId id) {
    ledger.write(by.company(), by.who(), act, Json.object().with("copy", id.toString()));
  }
}
