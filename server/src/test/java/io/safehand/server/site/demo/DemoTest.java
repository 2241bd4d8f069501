package io.safehand.server.site.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.server.start.TestServer;
import io.safehand.server.start.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stories from their beginning to their papers. */
class DemoTest {
  private static final int CUSTOMERS = 400;
  private static TestServer server;
  @TempDir
  Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.withPages("safehand.mail.sink=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void inAMergerEverybodyMovesOrStaysForAReasonAndIsDestroyedOrKeptByLaw() throws Exception {
    Told told = tell("merger", Locale.ENGLISH);
    assertThat(told.count("imported")).isPositive()
        .isEqualTo(told.count("moved") + told.count("excluded"))
        .isEqualTo(told.count("shredded") + told.count("retained"))
        .isEqualTo(told.count("notified"));
    assertThat(told.count("letters")).isPositive().isLessThan(told.count("notified"));
    assertThat(told.count("objected")).isPositive().isLessThanOrEqualTo(told.count("excluded"));
    assertThat(told.count("received")).isEqualTo(told.count("moved")).isEqualTo(told.count("rekeyed"));
    assertThat(told.count("retained")).isPositive();
    assertThat(told.count("withheld")).isPositive().isLessThan(100);
    assertThat(told.verdicts("package", "receipt.json", "certificate.json", "evidence"))
        .allMatch(Verdict.Good.class::isInstance);
    assertThat(told.out().resolve("certificate.pdf")).isNotEmptyFile();
  }

  @Test
  void whenEquityIsTransferredNobodyMovesAndNothingIsDestroyed() throws Exception {
    Told told = tell("equity", Locale.CHINESE);
    assertThat(told.count("moved") + told.count("shredded") + told.count("excluded")).isZero();
    assertThat(told.count("retained")).isPositive().isEqualTo(told.count("imported"));
    assertThat(told.out().resolve("package")).doesNotExist();
    assertThat(told.out().resolve("certificate.json")).doesNotExist();
    assertThat(told.verdicts("evidence")).allMatch(Verdict.Good.class::isInstance);
    assertThat(told.lines()).contains("控制权已变更", "其中一位：", "脱敏");
  }

  @Test
  void oneCustomerIsShownMaskedAndNoValueInFull() throws Exception {
    Told told = tell("merger", Locale.ENGLISH);
    assertThat(told.lines()).contains("one of them: ", "masked ");
    for (String value : values()) {
      assertThat(told.lines()).as("a value in full").doesNotContain(value);
    }
  }

  private Told tell(String deal, Locale locale) throws Exception {
    Path out = folder.resolve("out");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (PrintStream to = new PrintStream(lines, true, StandardCharsets.UTF_8)) {
      DemoSettings settings = new DemoSettings(deal, CUSTOMERS, null, null, false, out.toString(),
          Path.of("..", "samples").toString(), "", true);
      Demo.run(server.door(Doors.class), settings, new Telling(to, false, Words.beside(Demo.class, locale)),
          Files.createDirectory(folder.resolve("data")));
    }
    return new Told(out, lines.toString(StandardCharsets.UTF_8));
  }

  /** Every value of the same customers that says something about somebody. */
  private List<String> values() throws IOException {
    Path file = folder.resolve("customers.csv");
    try (Writer to = Files.newBufferedWriter(file)) {
      SampleCustomers.ofTheSample().write(CUSTOMERS, to);
    }
    List<String> values = new ArrayList<>();
    try (CsvSource source = CsvSource.open(file)) {
      while (source.hasNext()) {
        SourceRow row = source.next();
        for (String column : List.of("name", "resident_id", "mobile", "email", "address", "bank_card")) {
          String cell = row.cell(source.columns().indexOf(column));
          if (cell.length() > 1) {
            values.add(cell);
          }
        }
      }
    }
    assertThat(values).hasSizeGreaterThan(CUSTOMERS);
    return values;
  }

  /** What a story left and said. */
  private record Told(Path out, String lines) {
    long count(String name) throws IOException {
      return ((Json.Object) Json.parse(Files.readAllBytes(out.resolve("summary.json")))).number(name);
    }

    List<Verdict> verdicts(String... papers) throws IOException {
      Verifying verifying = new Verifying(Trust.parse(Files.readAllBytes(out.resolve("trust.json"))));
      List<Verdict> verdicts = new ArrayList<>();
      for (String paper : papers) {
        verdicts.add(verifying.verify(out.resolve(paper)));
      }
      return verdicts;
    }
  }
}
