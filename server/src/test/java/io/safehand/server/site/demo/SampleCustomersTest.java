package io.safehand.server.site.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.person.Category;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleCustomersTest {
  private static final int ROWS = 10_000;
  private static final Path SAMPLE = Path.of("..", "samples", "customers.csv");
  private final SampleCustomers customers = SampleCustomers.ofTheSample();

  /** Writes the file anew when asked: {@code -Dsafehand.samples.write=true}. */
  @Test
  void sampleFileIsWhatTheGeneratorWrites() throws IOException {
    StringWriter written = new StringWriter();
    customers.write(ROWS, written);
    if (Boolean.getBoolean("safehand.samples.write")) {
      Files.writeString(SAMPLE, written.toString());
    }
    assertThat(Files.readString(SAMPLE)).isEqualTo(written.toString());
  }

  @Test
  void aLongerFileBeginsWithTheShorterOne() throws IOException {
    StringWriter shorter = new StringWriter();
    StringWriter longer = new StringWriter();
    customers.write(50, shorter);
    customers.write(60, longer);
    assertThat(longer.toString()).startsWith(shorter.toString());
  }

  @Test
  void numbersHoldTheirChecksButForTheDamagedOnes() {
    Map<String, Integer> damaged = new HashMap<>();
    Map<String, Category> checked = Map.of("resident_id", Category.RESIDENT_ID, "credit_code",
        Category.CREDIT_CODE, "mobile", Category.MOBILE, "landline", Category.LANDLINE, "bank_card",
        Category.BANK_CARD, "plate", Category.PLATE, "email", Category.EMAIL, "wechat", Category.WECHAT, "qq",
        Category.QQ, "address", Category.ADDRESS);
    Checks checks = new Checks();
    for (Map<String, String> row : rows()) {
      checked.forEach((column, category) -> {
        String value = row.getOrDefault(column, "");
        if (!value.isEmpty() && !(checks.check(category, value) instanceof CheckResult.Valid)) {
          damaged.merge(column, 1, Integer::sum);
        }
      });
    }
    assertThat(damaged).containsOnlyKeys("resident_id", "bank_card", "mobile", "email");
    assertThat(damaged.values()).allSatisfy(count -> assertThat(count).isBetween(1, 60));
  }

  @Test
  void everyKindOfCustomerAndTroubleIsThere() {
    List<Map<String, String>> rows = rows();
    assertThat(count(rows, "kind", "个人")).isBetween(8600, 9000);
    assertThat(count(rows, "kind", "个体工商户")).isBetween(600, 800);
    assertThat(count(rows, "kind", "单位")).isBetween(400, 600);
    assertThat(count(rows, "name", "")).isBetween(10, 30);
    assertThat(count(rows, "marketing_consent", "拒绝")).isBetween(1300, 1700);
    assertThat(rows).filteredOn(row -> row.containsKey("invoice_no")).hasSizeBetween(1800, 2200);
    assertThat(rows).filteredOn(row -> row.containsKey("health_note")).hasSizeBetween(200, 320);
    assertThat(rows).filteredOn(this::isMinor).hasSizeBetween(60, 160);
    assertThat(rows).filteredOn(row -> day(row, "last_seen_on").isBefore(SampleCustomers.AS_OF.minusYears(3)))
        .hasSizeBetween(500, 1200);
  }

  @Test
  void someCustomersComeTwice() {
    Set<String> seen = new HashSet<>();
    long again = rows().stream()
        .map(row -> row.getOrDefault("customer_no", ""))
        .filter(number -> !number.isEmpty())
        .filter(number -> !seen.add(number))
        .count();
    assertThat(again).isBetween(10L, 35L);
  }

  @Test
  void mailGoesNowhere() {
    assertThat(rows()).extracting(row -> row.getOrDefault("email", ""))
        .filteredOn(mail -> mail.contains("@"))
        .allMatch(mail -> mail.matches(".*@example\\.(com|net|org)"));
  }

  private boolean isMinor(Map<String, String> row) {
    String id = row.getOrDefault("resident_id", "");
    return id.length() == 18 && day(row, "birth_date").isAfter(SampleCustomers.AS_OF.minusYears(14));
  }

  private static LocalDate day(Map<String, String> row, String column) {
    String day = row.getOrDefault(column, "");
    return day.equals("1990-02-30") ? LocalDate.EPOCH : LocalDate.parse(day);
  }

  private static int count(List<Map<String, String>> rows, String column, String text) {
    return (int) rows.stream().filter(row -> row.getOrDefault(column, "").equals(text)).count();
  }

  private List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (long row = 0; row < ROWS; row++) {
      rows.add(customers.cells(row));
    }
    return rows;
  }
}
