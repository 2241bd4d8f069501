package io.safehand.core.custody.intake;

import java.time.LocalDate;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCheckingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Inventory INVENTORY = InventoryFile.parse(
      """
          format: 1
          version: "2026-11"
          purposes:
            - {purpose: service, zh: 服务, en: Service, travels: true, opens: {officer: full}}
          fields:
            - {field: member, category: account, group: identity, purposes: [service], basis: contract, retention: P3Y, identity: true}
            - {field: born_on, category: birth_date, group: identity, purposes: [service], basis: contract, retention: P3Y}
            - {field: citizen, category: resident_id, group: identity, purposes: [service], basis: contract, retention: P3Y}
            - {field: seen_on, category: date, group: identity, purposes: [service], basis: contract, retention: P3Y}
          """);
  @TempDir
  Path folder;

  @Test
  void nobodyIsBornAfterToday() throws IOException {
    assertThat(leftOut("M1,2026-11-24,,")).containsExactly("born_on:birth_date.future");
    assertThat(leftOut("M1,2099-01-01,,")).containsExactly("born_on:birth_date.future");
    assertThat(leftOut("M1,2026-11-23,,")).isEmpty();
    assertThat(leftOut("M1,,,2099-01-01")).as("another date may lie ahead").isEmpty();
  }

  @Test
  void norDoesAResidentIdSaySo() throws IOException {
    assertThat(leftOut("M1,," + residentId("11010520991231002") + ",")).containsExactly("citizen:id.future");
    assertThat(leftOut("M1,," + residentId("11010520261123002") + ",")).isEmpty();
    assertThat(leftOut("M1,,11010519491231002X,")).isEmpty();
  }

  @Test
  void aChildIsKnownByEitherDateOfBirthAndSomebodyOfUnknownAgeIsNone() throws IOException {
    assertThat(row("M1,2012-11-23,,").facts().minor()).as("the fourteenth birthday").isTrue();
    assertThat(row("M1,2012-11-22,,").facts().minor()).isFalse();
    assertThat(rowOf(residentId("11010520121123002")).facts().minor()).isTrue();
    assertThat(rowOf(residentId("11010520121122002")).facts().minor()).isFalse();
    String child = residentId("11010520201122002");
    assertThat(row("M1,1990-01-01," + child + ",").facts().minor()).as("one of two that differ").isTrue();
    assertThat(row("M1,,,").facts().minor()).as("nobody knows").isFalse();
  }

  private List<String> leftOut(String row) throws IOException {
    return row(row).leftOut();
  }

  private CheckedRow rowOf(String residentId) throws IOException {
    return row("M1,," + residentId + ",");
  }

  private CheckedRow row(String row) throws IOException {
    Path csv = Files.writeString(folder.resolve("people.csv"),
        "member,born_on,citizen,seen_on\n" + row + "\n");
    try (CsvSource source = CsvSource.open(csv)) {
      RowChecking checking = new RowChecking(INVENTORY, source.columns(), TODAY);
      RowChecking.Outcome outcome = checking.check(source.next());
      return ((RowChecking.Outcome.Accepted) outcome).row();
    }
  }

  private static String residentId(String seventeen) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (seventeen.charAt(i) - '0') * ((1 << 17 - i) % 11);
    }
    return seventeen + "10X98765432".charAt(sum % 11);
  }
}
