package io.safehand.stolen;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.Retagging;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** A company of the running server, and what it does. */
final class Seller {
  private static final Errand ERRAND = new Errand("officer", "retention", "case-1", "");
  private final ApplicationContext server;
  private final CompanyId company;
  private final Vaults vaults;

  private Seller(ApplicationContext server, CompanyId company) {
    this.server = server;
    this.company = company;
    this.vaults = server.getBean(Vaults.class);
  }

  static Seller of(ApplicationContext server, CompanyId company) {
    return new Seller(server, company);
  }

  static Seller found(ApplicationContext server) throws IOException {
    SampleCompany company = SampleCompany.in(server.getBean(Access.class));
    Account officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(server.getBean(Inventories.class), server.getBean(Decisions.class)).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
    return of(server, company.id());
  }

  /** A file of that many invented customers; a longer one holds those of a shorter one. */
  static Path customers(Path folder, int count) throws IOException {
    Path file = folder.resolve("customers-" + count + ".csv");
    try (Writer to = Files.newBufferedWriter(file)) {
      new SampleCustomers(SampleCustomers.SEED, SampleCustomers.AS_OF).write(count, to);
    }
    return file;
  }

  CompanyId company() {
    return company;
  }

  /** Returns how many people came in. */
  long bringIn(Path file) throws Exception {
    Account officer = server.getBean(Access.class).account(company, "officer").orElseThrow();
    return server.getBean(Imports.class)
        .run(company, file, false, officer, ZoneOffset.UTC, tally -> {})
        .imported();
  }

  List<PersonId> people() {
    int leaves = vaults.leaves(company);
    return vaults.store(company)
        .together(custody -> custody.records().inLeaves(0, leaves))
        .stream()
        .map(SealedRecord::person)
        .toList();
  }

  /** What the officer is shown of one person, by field. */
  Map<String, String> see(PersonId person) {
    Account officer = server.getBean(Access.class).account(company, "officer").orElseThrow();
    View view = server.getBean(Disclosures.class)
        .disclose(company, officer, person, new Purpose("service"), "case-1", Optional.empty());
    return view.fields()
        .stream()
        .collect(Collectors.toMap(field -> field.name().text(), field -> field.shown().exposed()));
  }

  /** Returns the root copies that could not confirm: none when KEYS is DONE. */
  List<String> erase(List<PersonId> people) {
    return shredding().shred(people.stream().map(Shredding.Order::destroy).toList(), ERRAND).unconfirmed();
  }

  /** Returns the root copies that could not confirm: none when TAGS is DONE. */
  List<String> retag() {
    return new Retagging(vaults.of(company), vaults.store(company), shredding(),
        server.getBean(Inventories.class).current(company), server.getBean(Clock.class),
        server.getBean(SecureRandom.class)).retag(ERRAND, people -> {}).unconfirmed();
  }

  private Shredding shredding() {
    return new Shredding(vaults.of(company), vaults.store(company), server.getBean(Clock.class),
        server.getBean(SecureRandom.class));
  }
}
