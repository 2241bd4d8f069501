package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The data folder, database and all, in the hands of somebody who lacks the unseal secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StolenFolderTest {
  private static final int PLANTED = 1_000;
  private static final int CUSTOMERS = 500;
  private static final int LONG_ENOUGH = 8;
  private final Path folder = TestCluster.folder("folder");
  private final House house = new House(folder.resolve("data"));
  private Path file = folder;

  @BeforeAll
  void aCompanyWithPeople() throws Exception {
    file = Seller.customers(folder, CUSTOMERS);
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.found(server);
      seller.bringIn(file);
      seller.erase(seller.people().subList(0, 10));
      seller.retag();
    }
  }

  @Test
  void readsNobodyWithoutTheUnsealSecret() throws Exception {
    Path copy = folder.resolve("copy");
    House.copy(house.data(), copy);
    Loot loot = new Loot().with(copy);
    Thief thief = new Thief(loot, List.of());
    assertThat(loot.records).hasSizeGreaterThan(CUSTOMERS / 2);
    assertThat(thief.people).isEmpty();
    assertThat(new Thief(loot, Loot.roots(copy)).opened()).as("with the secret")
        .hasSizeGreaterThan(CUSTOMERS / 2);
    Files.delete(copy.resolve("unseal.key"));
    CannotStart refusal = assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> new House(copy).start().close())
        .actual();
    assertThat(refusal.code()).isEqualTo(ExitCode.PASSPHRASE);
  }

  @Test
  void holdsNoneOf1000PlantedValuesInAnyWrittenForm() throws Exception {
    List<String> planted = planted();
    List<ByteBuffer> forms = planted.stream()
        .flatMap(value -> new WrittenForms(value).all().stream())
        .toList();
    BytesInFiles search = new BytesInFiles(forms);
    assertThat(search.foundBelow(written(planted))).as("what is written is found")
        .hasSameSizeAs(Set.copyOf(forms));
    assertThat(search.foundBelow(house.data())).isEmpty();
  }

  /** Values of the imported file that are long enough to mean something when they are found. */
  private List<String> planted() throws IOException {
    Set<String> values = new LinkedHashSet<>();
    try (CsvSource source = CsvSource.open(file)) {
      while (source.hasNext() && values.size() < PLANTED) {
        SourceRow row = source.next();
        for (String column : List.of("name", "resident_id", "mobile", "email", "address", "bank_card")) {
          String cell = row.cell(source.columns().indexOf(column));
          if (cell.length() >= LONG_ENOUGH) {
            values.add(cell);
          }
        }
      }
    }
    assertThat(values).hasSizeGreaterThanOrEqualTo(PLANTED);
    return new ArrayList<>(values).subList(0, PLANTED);
  }

  /** A folder in which each value stands once in each form. */
  private Path written(List<String> values) throws IOException {
    Path to = Files.createDirectory(folder.resolve("written"));
    String text = String.join("\n", values);
    for (Charset charset : WrittenForms.CHARSETS) {
      Files.writeString(to.resolve(charset.name()), text, charset);
    }
    List<String> coded = new ArrayList<>();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      coded.add(HexFormat.of().formatHex(bytes));
      for (String before : List.of("", "a", "bc")) {
        coded
            .add(Base64.getEncoder().encodeToString((before + value + "!").getBytes(StandardCharsets.UTF_8)));
      }
    }
    Files.write(to.resolve("coded"), coded);
    return to;
  }
}
