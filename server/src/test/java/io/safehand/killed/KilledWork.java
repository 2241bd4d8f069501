package io.safehand.killed;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.bulk.Tally;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.killed.Acknowledged.Promised;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.DiskUnsure;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/**
 * What the server does until it is killed: compares what it holds with what was promised before, takes up an import
 * that was interrupted, then imports or erases, and beside that writes lines. Every promise is one line printed.
 */
public class KilledWork implements ApplicationRunner {
  private static final int ERASED_AT_ONCE = 20;
  private static final int LEAVES = 4_000;
  private final Access access;
  private final Inventories inventories;
  private final Decisions decisions;
  private final Imports imports;
  private final Vaults vaults;
  private final Ledger ledger;
  private final PromiseCheck check;
  private final Clock clock;
  private final SecureRandom random;
  private final Environment settings;

  KilledWork(Access access, Inventories inventories, Decisions decisions, Imports imports, Vaults vaults,
      Ledger ledger, PromiseCheck check, Clock clock, SecureRandom random, Environment settings) {
    this.access = access;
    this.inventories = inventories;
    this.decisions = decisions;
    this.imports = imports;
    this.vaults = vaults;
    this.ledger = ledger;
    this.check = check;
    this.clock = clock;
    this.random = random;
    this.settings = settings;
  }

  /** In a thread of its own, so that the server starts as it always does. */
  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofPlatform().start(() -> {
      try {
        work();
      } catch (Exception | AssertionError failed) {
        say("failed " + failed + " "
            + Optional.ofNullable(failed.getCause()).map(Object::toString).orElse(""));
      }
    });
  }

  private void work() throws Exception {
    Acknowledged promised = Acknowledged.of(Files.readAllLines(Path.of(setting("promises"))));
    check.require(promised);
    say("listens " + settings.getRequiredProperty("local.server.port"));
    say("verified");
    for (Map.Entry<CompanyId, Promised> each : promised.companies.entrySet()) {
      if (!each.getValue().isComplete()) {
        bringIn(each.getKey());
        check.requireAsMany(each.getKey(), promised);
      }
    }
    CompanyId company = promised.companies.isEmpty() || setting("act").equals("import")
        ? found()
        : promised.companies.keySet().iterator().next();
    Thread.ofPlatform().daemon().start(() -> writeLines(company));
    if (setting("act").equals("import")) {
      bringIn(company);
    } else {
      erase(company);
    }
    say("idle");
  }

  private CompanyId found() throws Exception {
    Enrolment.Enrolled enrolled = access
        .enroll(new Enrolment("海棠家政", Company.Kind.CLIENT, "admin", "security"));
    CompanyId company = enrolled.company().id();
    Account officer = appoint(enrolled, "officer", Role.SELLER_OFFICER);
    Account lawyer = appoint(enrolled, "lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions).adopt(Files.readString(Path.of(setting("inventory"))),
        officer, lawyer);
    say(Acknowledged.PREFIX + "company " + company);
    return company;
  }

  private Account appoint(Enrolment.Enrolled enrolled, String handle, Role role) {
    Account account = access.add(enrolled.administrator(), handle).orElseThrow();
    access.propose(enrolled.administrator(), account.id(), role);
    access.confirm(enrolled.securityOfficer(), account.id(), role);
    return access.account(account.company(), account.id()).orElseThrow();
  }

  private void bringIn(CompanyId company) throws Exception {
    Account officer = access.account(company, "officer").orElseThrow();
    Imports.Report report = imports.run(company, Path.of(setting("file")), false, officer, ZoneOffset.UTC,
        tally -> say(Acknowledged.PREFIX + "rows " + company + " " + rows(tally)));
    say(Acknowledged.PREFIX + "complete " + company + " " + report.imported() + " "
        + report.rejected().size());
  }

  private static long rows(Tally tally) {
    return tally.done() + tally.rejected();
  }

  private void erase(CompanyId company) {
    Shredding shredding = new Shredding(vaults.of(company), vaults.store(company), clock, random);
    Errand errand = new Errand("officer", "retention", "case-1", "");
    List<PersonId> people = vaults.store(company)
        .together(custody -> custody.records().inLeaves(0, LEAVES))
        .stream()
        .map(SealedRecord::person)
        .toList();
    for (int from = 0; from + ERASED_AT_ONCE < people.size(); from += ERASED_AT_ONCE) {
      List<PersonId> some = people.subList(from, from + ERASED_AT_ONCE);
      String names = some.stream().map(PersonId::toString).collect(Collectors.joining(" "));
      say(Acknowledged.PREFIX + "erasing " + company + " " + names);
      Shredding.Shredded done = shredding.shred(some.stream().map(Shredding.Order::destroy).toList(), errand);
      if (done.unconfirmed().isEmpty()) {
        say(Acknowledged.PREFIX + "erased " + company + " " + names);
      }
    }
  }

  private void writeLines(CompanyId company) {
    while (true) {
      try {
        say(Acknowledged.PREFIX + "line " + company + " "
            + ledger.write(company, "officer", Act.DEAL_OPENED, Json.object()));
      } catch (DiskUnsure refused) {
        say("refused line");
      }
    }
  }

  private String setting(String name) {
    return settings.getRequiredProperty("killed." + name);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
  }
}
