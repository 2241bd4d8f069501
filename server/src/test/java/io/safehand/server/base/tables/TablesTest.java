package io.safehand.server.base.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class TablesTest {
  record Row(String note, String state, long count, Instant at) {}

  private static final Instant NINE = Instant.parse("2026-01-05T01:00:00Z");
  private static final List<Row> ROWS = List.of(new Row("b", "OPEN", 10, NINE),
      new Row("a", "DONE", 9, NINE.plusSeconds(60)), new Row("c", "OPEN", 100, NINE.minusSeconds(60)));
  private static final Table<Row> TABLE = Table.<Row>named("some.rows")
      .with("note", row -> Cell.text(row.note()))
      .with("state", row -> Cell.code("state", row.state()))
      .with("count", row -> Cell.count(row.count()))
      .with("at", row -> Cell.time(row.at()));

  @Test
  void sortsNumbersAsNumbers() {
    assertThat(notes(Map.of("table", "rows", "sort", "count"))).containsExactly("a", "b", "c");
    assertThat(notes(Map.of("table", "rows", "sort", "count", "order", "down"))).containsExactly("c", "b",
        "a");
    assertThat(notes(Map.of("table", "rows", "sort", "at"))).containsExactly("c", "b", "a");
  }

  @Test
  void filtersByCode() {
    assertThat(notes(Map.of("table", "rows", "is", "state:OPEN", "sort", "note"))).containsExactly("b", "c");
    assertThat(notes(Map.of("table", "rows", "is", "state:NEVER"))).isEmpty();
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    assertThat(notes(Map.of("table", "rows", "sort", "nothing", "is", "note:b"))).isEmpty();
    assertThat(notes(Map.of("table", "others", "sort", "count", "is", "state:OPEN"))).containsExactly("b",
        "a", "c");
    assertThat(notes(Map.of("table", "rows", "sort", "count desc; drop table x", "as", "exe")))
        .containsExactly("b", "a", "c");
  }

  @Test
  void takesNoWordsOfPeopleIntoTheAddress() {
    TableQuery query = query(Map.of("table", "rows", "is", "note:张小芳", "sort", "张"));
    assertThat(query.filters()).isEmpty();
    assertThat(query.sorted("some.rows", "note", false)).isEqualTo("?table=rows&sort=note");
  }

  @Test
  void keepsThePagesOwnParametersEncoded() {
    TableQuery query = query(Map.of("act", "a&b=\"<", "table", "rows", "as", "csv"));
    assertThat(query.sorted("some.rows", "note", true))
        .isEqualTo("?table=rows&sort=note&order=down&act=a%26b%3D%22%3C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86 138", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1",
    "－1", "＠x", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0"})
  void neutralisesFormulasInBothFiles(String attack) throws IOException {
    String csv = csv(attack);
    assertThat(csv.replace("\"", "")).startsWith("\uFEFFnote\r\n'");
    assertThat(sheet(attack)).contains("s=\"3\"", "t=\"inlineStr\"").doesNotContain("<f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"张三", "a=b", "2026-01-05", "-5", "a@b.example", ""})
  void leavesHarmlessTextsAlone(String text) {
    assertThat(CsvFile.quoted(text)).isEqualTo(text);
  }

  @Test
  void quotesWhatWouldBreakTheFile() throws IOException {
    assertThat(csv("a,\"b\"\r\nc")).isEqualTo("\uFEFFnote\r\n\"a,\"\"b\"\"\r\nc\"\r\n");
  }

  @Test
  void writesTimesInTheZoneOfTheCompany() throws IOException {
    assertThat(file(TableFormat.CSV, query(Map.of())).lines().skip(1).findFirst())
        .contains("b,OPEN,10,2026-01-05 09:00:00");
    assertThat(part(bytes(TableFormat.XLSX, TABLE.of(ROWS), query(Map.of()))))
        .contains("<c s=\"2\"><v>46027.37500000</v></c>", "<c s=\"0\"><v>10</v></c>");
  }

  @Test
  void writesASheetThatTheProductReads() throws IOException {
    byte[] file = bytes(TableFormat.XLSX,
        TABLE.of(List.of(new Row("=1 <&> 𠮷\uD800\u0001", "OPEN", 7, NINE))), query(Map.of()));
    try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(file))) {
      var row = book.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=1 <&> 𠮷\uFFFD\uFFFD");
      assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(7);
      assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2026-01-05T09:00:00");
    }
  }

  @Test
  void writesLongTablesRowByRow() throws IOException {
    Stream<Row> many = IntStream.range(0, 100_000).mapToObj(n -> new Row("n" + n, "OPEN", n, NINE));
    String csv = new String(bytes(TableFormat.CSV, TABLE.inOrder(many), query(Map.of("sort", "count"))),
        StandardCharsets.UTF_8);
    assertThat(csv.lines().count()).isEqualTo(100_001);
  }

  private static List<String> notes(Map<String, String> parameters) {
    return file(TableFormat.CSV, query(parameters)).lines().skip(1).map(line -> line.split(",")[0]).toList();
  }

  private static String csv(String note) throws IOException {
    return new String(bytes(TableFormat.CSV, notes(note), query(Map.of())), StandardCharsets.UTF_8);
  }

  private static String sheet(String note) throws IOException {
    return part(bytes(TableFormat.XLSX, notes(note), query(Map.of())));
  }

  private static TableRows notes(String note) {
    return Table.<String>named("some.rows").with("note", Cell::text).of(List.of(note));
  }

  private static TableQuery query(Map<String, String> parameters) {
    Map<String, String[]> all = new java.util.HashMap<>();
    parameters.forEach((name, value) -> all.put(name, new String[]{value}));
    return TableQuery.of(all);
  }

  private static String file(TableFormat format, TableQuery query) {
    try {
      return new String(bytes(format, TABLE.of(ROWS), query), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(TableFormat format, TableRows rows, TableQuery query) throws IOException {
    CellTexts texts = new CellTexts(new StaticMessageSource(), Locale.ENGLISH, ZoneId.of("Asia/Shanghai"));
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    format.write(rows.columns(), rows.chosen(query).rows(), texts, to);
    return to.toByteArray();
  }

  private static String part(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no sheet");
  }
}
