package io.safehand.core.detect.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.person.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks as a library writes them: what people see in a cell is what is read. */
class WorkbookTest {
  @Test
  void findsTheHeaderBelowTitles() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      XSSFSheet sheet = book.createSheet("客户");
      row(sheet, 0, "青岚茶舍客户登记表");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      row(sheet, 1, "制表：店长", "", "2026年");
      row(sheet, 3, "编号", "姓名", "手机\n号码");
      row(sheet, 4, "K1", "张三", "13800138000");
      row(sheet, 6, "K2", "李四", "13900139000");
    });
    SheetSurvey survey = WrittenSheet.open(bytes).survey(0);
    assertThat(survey.choice()).isEqualTo(new SheetChoice(0, 4, 1));
    assertThat(survey.columns()).containsExactly("编号", "姓名", "手机 号码");
    assertThat(survey.rows()).isEqualTo(2);
    assertThat(WrittenSheet.rows(bytes)).containsExactly(List.of("K1", "张三", "13800138000"),
        List.of("K2", "李四", "13900139000"));
  }

  @Test
  void twoRowsNameTheColumnsWhereTheUpperOneIsMerged() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      XSSFSheet sheet = book.createSheet();
      row(sheet, 0, "编号", "买方", "", "卖方", "");
      row(sheet, 1, "", "姓名", "手机", "姓名", "邮箱");
      sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 4));
      row(sheet, 2, "K1", "张三", "13800138000", "李四", "li@example.com");
    });
    SheetSurvey survey = WrittenSheet.open(bytes).survey(0);
    assertThat(survey.choice()).isEqualTo(new SheetChoice(0, 1, 2));
    assertThat(survey.columns()).containsExactly("编号", "买方 姓名", "手机", "卖方 姓名", "邮箱");
    assertThat(WrittenSheet.rows(bytes)).hasSize(1);
  }

  @Test
  void aMergedNameBelongsToItsFirstColumn() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      XSSFSheet sheet = book.createSheet();
      row(sheet, 0, "姓名", "", "手机");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
      row(sheet, 1, "张", "三", "13800138000");
    });
    assertThat(WrittenSheet.open(bytes).survey(0).columns()).containsExactly("姓名", "column_2", "手机");
  }

  @Test
  void thePersonMayNameTheHeaderRow() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      XSSFSheet sheet = book.createSheet();
      row(sheet, 0, "甲", "乙");
      row(sheet, 1, "编号", "姓名");
      row(sheet, 2, "K1", "张三");
    });
    Workbook book = WrittenSheet.open(bytes);
    assertThat(book.survey(new SheetChoice(0, 2, 1)).columns()).containsExactly("编号", "姓名");
    SheetSurvey none = book.survey(new SheetChoice(0, 1, 0));
    assertThat(none.columns()).containsExactly("column_1", "column_2");
    assertThat(WrittenSheet.rows(book, none)).hasSize(3);
  }

  @Test
  void aSheetWithoutNamesIsNumbered() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> row(book.createSheet(), 2, "张三", "13800138000"));
    SheetSurvey survey = WrittenSheet.open(bytes).survey(0);
    assertThat(survey.columns()).containsExactly("column_1", "column_2");
    assertThat(survey.rows()).isOne();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"13800001111|General|13800001111",
    "13800001111|0|13800001111", "13800001111|0.00E+00|13800001111", "0.1|General|0.1",
    "1234.5|\"¥\"#,##0.00|1234.5", "42|000000|000042", "12|\"VIP\"0000|VIP0012", "7|0\"号\"|7号",
    "13800001111|000-0000-0000|138-0000-1111", "-5|000|-005", "123456|0000|123456", "0.5|0%|0.5",
    "12|G/通用格式|12", "1.5|000|1.5"})
  void numbersKeepEveryDigitThatAPersonSees(double value, String format, String seen) throws IOException {
    assertThat(formatted(value, format)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"2026-11-23|yyyy-mm-dd", "2026-11-23|yyyy\"年\"m\"月\"d\"日\"",
    "2026-11-23|m/d/yy", "2026-11-23|[$-804]yyyy\\-mm\\-dd;@", "1900-03-01|yyyy/m/d"})
  void datesComeOutAsDatesWhateverTheirFormat(LocalDate date, String format) throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      Row row = book.createSheet().createRow(0);
      row.createCell(0).setCellValue(date);
      row.getCell(0).setCellStyle(style(book, format));
    });
    assertThat(first(bytes)).isEqualTo(date.toString());
  }

  @Test
  void aDateWithATimeKeepsIt() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      Row row = book.createSheet().createRow(0);
      row.createCell(0).setCellValue(LocalDateTime.of(2026, 11, 23, 8, 30));
      row.getCell(0).setCellStyle(style(book, "yyyy/m/d h:mm"));
    });
    assertThat(first(bytes)).isEqualTo("2026-11-23 08:30:00");
  }

  @Test
  void anIdentityNumberThatTheProgramRoundedIsSeenToBeSo() throws IOException {
    String read = formatted(110101199003074514d, "0");
    assertThat(read).isEqualTo("110101199003075000");
    assertThat(new Checks().check(Category.RESIDENT_ID, read)).isInstanceOfSatisfying(
        CheckResult.Damaged.class, damaged -> assertThat(damaged.reason()).isEqualTo("id.precision"));
  }

  @Test
  void formulasGiveTheirStoredResult() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      Row row = book.createSheet().createRow(0);
      row.createCell(0).setCellFormula("\"张\"&\"三\"");
      row.createCell(1).setCellFormula("13800001110+1");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    });
    assertThat(WrittenSheet.rows(bytes)).containsExactly(List.of("张三", "13800001111"));
  }

  @Test
  void whatIsHiddenIsReadAndReported() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      XSSFSheet sheet = book.createSheet("客户");
      row(sheet, 0, "编号", "姓名", "备注");
      row(sheet, 1, "K1", "张三", "甲");
      row(sheet, 2, "K2", "李四", "乙").setZeroHeight(true);
      sheet.setColumnHidden(2, true);
      row(book.createSheet("旧"), 0, "编号");
      book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
    });
    Workbook book = WrittenSheet.open(bytes);
    assertThat(book.sheets()).containsExactly(new Workbook.Sheet("客户", false), new Workbook.Sheet("旧", true));
    SheetSurvey survey = book.survey(0);
    assertThat(survey.rows()).isEqualTo(2);
    assertThat(survey.hiddenRows()).isOne();
    assertThat(survey.hiddenColumns()).isOne();
  }

  @Test
  void aFileThatCountsFrom1904SaysTheSameDay() throws IOException {
    byte[] bytes = WrittenSheet.byLibrary(book -> {
      book.getCTWorkbook().getWorkbookPr().setDate1904(true);
      Row row = book.createSheet().createRow(0);
      row.createCell(0).setCellValue(LocalDate.of(2026, 11, 23));
      row.getCell(0).setCellStyle(style(book, "yyyy-mm-dd"));
    });
    assertThat(first(bytes)).isEqualTo("2026-11-23");
  }

  @Test
  void rowsOfALargeFileComeOneByOneWithTheirNumbers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
      var sheet = book.createSheet();
      IntStream.range(0, 20_000).forEach(i -> {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue(i == 0 ? "编号" : "K" + i);
        row.createCell(1).setCellValue(i == 0 ? "姓名" : "客户" + i);
      });
      book.write(out);
    }
    Workbook book = WrittenSheet.open(out.toByteArray());
    SheetSurvey survey = book.survey(0);
    assertThat(survey.rows()).isEqualTo(19_999);
    try (RowSource rows = book.rows(survey)) {
      long number = 1;
      while (rows.hasNext()) {
        var row = rows.next();
        assertThat(row.number()).isEqualTo(++number);
        assertThat(row.cell(0)).isEqualTo("K" + (number - 1));
      }
      assertThat(rows.taken()).isEqualTo(rows.size()).isEqualTo(19_999);
    }
  }

  private static String formatted(double value, String format) throws IOException {
    return first(WrittenSheet.byLibrary(book -> {
      Row row = book.createSheet().createRow(0);
      row.createCell(0).setCellValue(value);
      row.getCell(0).setCellStyle(style(book, format));
    }));
  }

  private static String first(byte[] bytes) throws IOException {
    Workbook book = WrittenSheet.open(bytes);
    return WrittenSheet.rows(book, book.survey(new SheetChoice(0, 1, 0))).getFirst().getFirst();
  }

  private static CellStyle style(XSSFWorkbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private static Row row(XSSFSheet sheet, int number, String... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        row.createCell(i).setCellValue(cells[i]);
      }
    }
    return row;
  }
}
