package io.safehand.server.custody.records;

import io.safehand.core.custody.Shredding;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.OpenDoors;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A company with the sample's inventory in force and a few customers in its vault. */
public record HeldPeople(OpenDoors doors, SampleCompany sample, Account officer, List<PersonId> people) {
  /** @param folder for the file that they come from */
  public static HeldPeople in(OpenDoors doors, Path folder, int count) throws Exception {
    SampleCompany sample = SampleCompany.in(doors.door(Access.class));
    Account officer = sample.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(doors.door(Inventories.class), doors.door(Decisions.class)).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        sample.person("lawyer", Role.SELLER_LAWYER));
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(count, rows);
    doors.door(Imports.class)
        .run(sample.id(), Files.writeString(folder.resolve("customers.csv"), rows.toString()), false, officer,
            ZoneOffset.UTC, tally -> {});
    return new HeldPeople(doors, sample, officer,
        doors.door(Vaults.class).people(sample.id(), Optional.empty(), count));
  }

  public CompanyId company() {
    return sample.id();
  }

  /** Destroys the key of one of them. */
  public void shred(PersonId person) throws Exception {
    Vaults vaults = doors.door(Vaults.class);
    new Shredding(vaults.of(company()), vaults.store(company()), doors.door(Clock.class), new SecureRandom())
        .shred(List.of(Shredding.Order.destroy(person)),
            new Errand(officer.who(), "retention", "case-1", ""));
  }
}
