package io.safehand.bench;

import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Role;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** A company with the people who act in it, and the inventory of the sample in force. */
record Staffed(Product product, Enrolment.Enrolled founders, Account officer, Account lawyer) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static Staffed found(Product product) throws IOException {
    Access access = product.door(Access.class);
    Enrolment.Enrolled founders = access
        .enroll(new Enrolment("海棠家政", Company.Kind.CLIENT, "admin", "security"));
    Account officer = appoint(access, founders, "officer", Role.SELLER_OFFICER);
    Account lawyer = appoint(access, founders, "lawyer", Role.SELLER_LAWYER);
    String yaml = Files.readString(inventory());
    MatterId matter = product.door(Inventories.class).propose(founders.company().id(), yaml, officer);
    product.door(Decisions.class)
        .approve(lawyer, matter, product.door(Inventories.class).decided(founders.company().id(), yaml));
    product.door(Inventories.class).adopt(founders.company().id(), yaml, matter, officer);
    return new Staffed(product, founders, officer, lawyer);
  }

  CompanyId company() {
    return founders.company().id();
  }

  /** How the company's partitions end. */
  String suffix() {
    return company().toString().replace("-", "");
  }

  Account appoint(String handle, Role role) {
    return appoint(product.door(Access.class), founders, handle, role);
  }

  /** How many of the file's people are in. */
  long take(Path customers) throws Exception {
    return product.door(Imports.class)
        .run(company(), customers, false, officer, ZONE, tally -> {})
        .imported();
  }

  private static Path inventory() {
    Path beside = Path.of("samples", "customers.inventory.yaml");
    return Files.exists(beside) ? beside : Path.of("..").resolve(beside);
  }

  private static Account appoint(Access access, Enrolment.Enrolled founders, String handle, Role role) {
    Account account = access.add(founders.administrator(), handle).orElseThrow();
    if (access.propose(founders.administrator(), account.id(), role).isPresent()
        || access.confirm(founders.securityOfficer(), account.id(), role).isPresent()) {
      throw new IllegalStateException("a role was refused");
    }
    return access.account(account.company(), account.id()).orElseThrow();
  }
}
