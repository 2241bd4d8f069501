package io.safehand.killed;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJob;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.UploadAnswer;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Begins an import job, or only watches what became of the one that an earlier start had begun; says how far it is. */
public class KilledImport implements ApplicationRunner {
  private final Access access;
  private final Inventories inventories;
  private final Decisions decisions;
  private final ImportJobs jobs;
  private final Vaults vaults;
  private final Ledger ledger;
  private final Environment settings;

  KilledImport(Access access, Inventories inventories, Decisions decisions, ImportJobs jobs, Vaults vaults,
      Ledger ledger, Environment settings) {
    this.access = access;
    this.inventories = inventories;
    this.decisions = decisions;
    this.jobs = jobs;
    this.vaults = vaults;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** In a thread of its own, so that the server starts as it always does. */
  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofPlatform().daemon().start(() -> {
      try {
        watch(setting("act").equals("begin") ? begun() : officer());
      } catch (Exception failed) {
        System.out.println("failed " + failed);
      }
    });
  }

  private Account begun() throws Exception {
    Enrolment.Enrolled enrolled = access
        .enroll(new Enrolment("海棠家政", Company.Kind.CLIENT, "admin", "security"));
    Account officer = appoint(enrolled, "officer", Role.SELLER_OFFICER);
    Account lawyer = appoint(enrolled, "lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions).adopt(Files.readString(Path.of(setting("inventory"))),
        officer, lawyer);
    try (InputStream file = Files.newInputStream(Path.of(setting("file")))) {
      ImportId id = ((UploadAnswer.Taken) jobs.upload(officer, "customers.csv", file)).id();
      if (!jobs.start(officer, id)) {
        throw new IllegalStateException("the import did not begin");
      }
    }
    return officer;
  }

  private Account officer() {
    CompanyId company = ledger.companies()
        .stream()
        .filter(each -> access.account(each, "officer").isPresent())
        .findFirst()
        .orElseThrow();
    return access.account(company, "officer").orElseThrow();
  }

  private void watch(Account officer) throws IOException {
    long said = -1;
    ImportJob job = job(officer);
    while (!job.state().isOver()) {
      if (job.imported() > said) {
        said = job.imported();
        System.out.println("imported " + said + " " + job.state());
      }
      job = job(officer);
    }
    while (isSourceHere()) {
      Thread.onSpinWait();
    }
    System.out.println("over " + job.state() + " " + job.imported() + " " + job.rejected() + " "
        + vaults.population(officer.company()).live());
  }

  private boolean isSourceHere() throws IOException {
    try (Stream<Path> files = Files
        .walk(Path.of(settings.getRequiredProperty("safehand.data")).resolve("imports"))) {
      return files.anyMatch(Files::isRegularFile);
    }
  }

  private ImportJob job(Account officer) {
    return jobs.before(officer, Optional.empty(), 1).getFirst();
  }

  private Account appoint(Enrolment.Enrolled enrolled, String handle, Role role) {
    Account account = access.add(enrolled.administrator(), handle).orElseThrow();
    access.propose(enrolled.administrator(), account.id(), role);
    access.confirm(enrolled.securityOfficer(), account.id(), role);
    return access.account(account.company(), account.id()).orElseThrow();
  }

  private String setting(String name) {
    return settings.getRequiredProperty("killed." + name);
  }
}
