package io.safehand.core.detect.csv;

import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.text.DamagedFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String CUSTOMERS = "姓名,电话,城市\n欧阳春,13800138000,成都\n买买提·艾力,13900139000,喀什\n";

  @TempDir
  Path folder;

  @Test
  void readsHeaderAndRowsAndNumbersThemLikeASpreadsheet() throws IOException {
    try (CsvSource csv = CsvSource.open(file(CUSTOMERS))) {
      assertThat(csv.columns()).containsExactly("姓名", "电话", "城市");
      SourceRow row = csv.next();
      assertThat(row.number()).isEqualTo(2);
      assertThat(row.cell(0)).isEqualTo("欧阳春");
      assertThat(csv.next().cell(2)).isEqualTo("喀什");
      assertThat(csv.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void readsTheSameCellsInEveryEncoding(String charset) throws IOException {
    String rare = "姓名,城市\n𠮷田·㐀,成都\n张三,北京\n李四,上海\n";
    Path file = Files.write(folder.resolve("a.csv"), rare.getBytes(Charset.forName(charset)));
    try (CsvSource csv = CsvSource.open(file)) {
      assertThat(csv.dialect().charset().name()).isEqualTo(charset);
      assertThat(csv.next().cell(0)).isEqualTo("𠮷田·㐀");
    }
  }

  @Test
  void readsSpreadsheetTextInUtf16AndDropsByteOrderMarks() throws IOException {
    Path wide = Files.write(folder.resolve("w.txt"),
        ("\uFEFF" + CUSTOMERS.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));
    Path marked = Files.writeString(folder.resolve("m.csv"), "\uFEFF" + CUSTOMERS);
    assertThat(all(wide)).isEqualTo(all(marked));
    try (CsvSource csv = CsvSource.open(marked)) {
      assertThat(csv.columns().getFirst()).isEqualTo("姓名");
      assertThat(csv.dialect().markBytes()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void findsTheDelimiter(char delimiter) throws IOException {
    try (CsvSource csv = CsvSource.open(file(CUSTOMERS.replace(',', delimiter)))) {
      assertThat(csv.dialect().delimiter()).isEqualTo(delimiter);
      assertThat(csv.next().size()).isEqualTo(3);
    }
  }

  @Test
  void aFirstRowOfValuesIsNoHeader() throws IOException {
    try (CsvSource csv = CsvSource.open(file("张三,13800138000\n李四,13900139000\n"))) {
      assertThat(csv.columns()).containsExactly("column_1", "column_2");
      assertThat(csv.next().number()).isEqualTo(1);
    }
  }

  @Test
  void skipsEmptyRowsButCountsThem() throws IOException {
    try (CsvSource csv = CsvSource.open(file("a,b\n\n,\n1,2\n"))) {
      assertThat(csv.next().number()).isEqualTo(4);
    }
  }

  @Test
  void namesTheRowInWhichAQuoteOpened() throws IOException {
    refused("a,b\n1,2\n3,\"four\n5,6\n7,8\n", "csv.quote.unclosed", 3);
    refused("a,b\n1,2\n3,\"four\n5,\"six\"\n7,8\n", "csv.quote.unclosed", 3);
    refused("a,b\n1,\"2\"x\n", "csv.quote.stray", 2);
  }

  @Test
  void refusesAnOverlongFieldOrRowWithoutHoldingIt() throws IOException {
    refused("a,b\n1," + "x".repeat(10 << 20) + "\n", "csv.field.too_long", 2);
    refused("a,b\n1,\"" + "x".repeat(10 << 20) + "\"\n", "csv.field.too_long", 2);
    refused("a,b\n1,\"" + "x\n".repeat(5 << 20) + "\n", "csv.quote.unclosed", 2);
    refused("a,b\n" + ("x".repeat(1 << 19) + ",").repeat(20) + "\n", "csv.row.too_long", 2);
    refused("a,b\n" + ",".repeat(5000) + "\n", "csv.columns.too_many", 2);
  }

  @Test
  void refusesWhatIsNoCsvFile() throws IOException {
    assertThatThrownBy(() -> CsvSource.open(folder.resolve("none.csv")))
        .isInstanceOf(NoSuchFileException.class);
    refused("", "file.empty", 0);
    refused("\uFEFF", "file.empty", 0);
    refused("PK\3\4\0\0abc", "file.binary", 0);
    refused("a,a\n1,2\n", "csv.header.duplicate", 1);
    assertThat(damage(Files.write(folder.resolve("l"),
        "Fran\u00e7ois,Andr\u00e9 le Grand\u00e8\n".getBytes(StandardCharsets.ISO_8859_1))).reason())
        .isEqualTo("file.encoding");
  }

  @Test
  void saysWhereTheFirstBadByteStandsAndReadsTheRowsBeforeIt() throws IOException {
    byte[] good = (CUSTOMERS + "王五,1,广州\n赵六,2,深圳\n").getBytes(StandardCharsets.UTF_8);
    byte[] bad = good.clone();
    int at = new String(good, StandardCharsets.ISO_8859_1).indexOf("13900139000") - 3;
    bad[at] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("bad.csv"), bad);
    try (CsvSource csv = CsvSource.open(file)) {
      assertThat(csv.next().number()).isEqualTo(2);
    }
    DamagedFile damage = damage(file);
    assertThat(damage.reason()).isEqualTo("file.encoding");
    assertThat(damage.row()).hasValue(3);
    assertThat(damage.byteAt().orElseThrow()).isBetween(at - 2L, (long) at);
    assertThat(damage.getMessage()).doesNotContain("艾力");
  }

  @Test
  void noticesATruncatedFile() throws IOException {
    refused("a,b,c\n1,2,3\n4,5", "file.truncated", 3);
    byte[] whole = CUSTOMERS.getBytes(StandardCharsets.UTF_8);
    DamagedFile damage = damage(
        Files.write(folder.resolve("t.csv"), java.util.Arrays.copyOf(whole, whole.length - 2)));
    assertThat(damage.reason()).isEqualTo("file.truncated");
    assertThat(damage.row()).hasValue(3);
  }

  @Test
  void agreesWithFastCsvOnRandomFiles() throws IOException {
    Random random = new Random(20261123);
    for (int round = 0; round < 200; round++) {
      StringWriter text = new StringWriter();
      int columns = 2 + random.nextInt(5);
      try (CsvWriter writer = CsvWriter.builder().build(text)) {
        writer.writeRecord(java.util.stream.IntStream.range(0, columns).mapToObj(i -> "c" + i).toList());
        for (int row = 0; row < random.nextInt(400); row++) {
          writer.writeRecord(
              java.util.stream.IntStream.range(0, columns).mapToObj(i -> "x" + cell(random)).toList());
        }
      }
      List<List<String>> expected = new ArrayList<>();
      CsvReader.builder().ofCsvRecord(text.toString()).forEach(each -> expected.add(each.getFields()));
      assertThat(all(file(text.toString()))).isEqualTo(expected.subList(1, expected.size()));
    }
  }

  private static String cell(Random random) {
    String alphabet = "ab,\"\n\r;姓·𠮷 ";
    int length = random.nextInt(100) == 0 ? 3000 : random.nextInt(12);
    return random.ints(length, 0, alphabet.codePointCount(0, alphabet.length()))
        .map(i -> alphabet.codePointAt(alphabet.offsetByCodePoints(0, i)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<List<String>> all(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvSource csv = CsvSource.open(file)) {
      while (csv.hasNext()) {
        SourceRow row = csv.next();
        rows.add(java.util.stream.IntStream.range(0, row.size()).mapToObj(row::cell).toList());
      }
    }
    return rows;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }

  private void refused(String text, String reason, long row) throws IOException {
    DamagedFile damage = damage(file(text));
    assertThat(damage.reason()).isEqualTo(reason);
    assertThat(damage.row().orElse(0)).isEqualTo(row);
  }

  private static DamagedFile damage(Path file) throws IOException {
    try {
      all(file);
      throw new AssertionError("not refused");
    } catch (DamagedFile e) {
      return e;
    }
  }
}
