package io.safehand.bench;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.custody.records.Vaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A company whose customers were taken in, and somebody of its staff who asks for them. */
record TakenIn(Staffed company, Account staff, List<PersonId> people) {
  private static final int MOST_PEOPLE = 20_000;
  private static final int LEAVES = 64;

  static TakenIn of(Product product, Path customers) throws Exception {
    Staffed company = Staffed.found(product);
    Account staff = company.appoint("staff", Role.STAFF);
    company.take(customers);
    Vaults vaults = product.door(Vaults.class);
    List<PersonId> people = new ArrayList<>();
    int leaves = vaults.leaves(company.company());
    for (int leaf = 0; leaf < leaves && people.size() < MOST_PEOPLE; leaf += LEAVES) {
      int from = leaf;
      vaults.store(company.company())
          .together(custody -> custody.records().inLeaves(from, LEAVES))
          .stream()
          .map(SealedRecord::person)
          .forEach(people::add);
    }
    return new TakenIn(company, staff, people);
  }

  /** Anybody: another one for each number, far from the one before. */
  PersonId person(int first, int number) {
    return people.get((int) ((first + number * 7919L) % people.size()));
  }
}
