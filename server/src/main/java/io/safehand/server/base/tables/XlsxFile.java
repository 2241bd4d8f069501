package io.safehand.server.base.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table as the one sheet of an Office Open XML workbook, row by row, in memory of one row. Texts are texts: there is no
 * formula in it, and what would become one when somebody edits it carries the mark that it is text.
 */
final class XlsxFile {
  private static final int GENERAL = 0;
  private static final int HEADING = 1;
  private static final int TIME = 2;
  private static final int QUOTED = 3;
  private static final int LONGEST_TEXT = 32_767;
  private static final int MOST_ROWS = 1_048_576;

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final Map<String, String> PARTS = Map.of("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE
      + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
      + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
      + "worksheet+xml\"/></Types>", "_rels/.rels",
      "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + LINKS
          + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS
          + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + LINKS
          + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + LINKS
          + "/styles\" Target=\"styles.xml\"/></Relationships>",
      "xl/styles.xml",
      "<styleSheet xmlns=\"" + MAIN
          + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
          + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
          + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"4\"><xf/><xf fontId=\"1\" applyFont=\"1\"/>"
          + "<xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" quotePrefix=\"1\"/></cellXfs></styleSheet>");

  private XlsxFile() {}

  static void write(List<String> headings, Iterator<List<Cell>> rows, CellTexts texts, OutputStream to)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    for (String part : PARTS.keySet().stream().sorted().toList()) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write((XML + PARTS.get(part)).getBytes(StandardCharsets.UTF_8));
    }
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    Writer sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    sheet.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
        + "<pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row>");
    for (String heading : headings) {
      text(sheet, heading, HEADING);
    }
    sheet.write("</row>");
    for (int row = 1; row < MOST_ROWS && rows.hasNext(); row++) {
      row(sheet, rows.next(), texts);
    }
    sheet.write("</sheetData></worksheet>");
    sheet.flush();
    zip.finish();
  }

  private static void row(Writer sheet, List<Cell> cells, CellTexts texts) throws IOException {
    sheet.write("<row>");
    for (Cell cell : cells) {
      switch (TableRows.shown(cell)) {
        case Cell.Count(long count) -> number(sheet, Long.toString(count), GENERAL);
        case Cell.Time(var at) -> number(sheet, texts.serial(at), TIME);
        case Cell.Text text -> text(sheet, text.text(), Formulas.isLike(text.text()) ? QUOTED : GENERAL);
        case Cell.Code code -> text(sheet, texts.plain(code), GENERAL);
        case Cell.Link link -> throw new IllegalStateException("a link shows another cell");
        case Cell.Button button -> text(sheet, "", GENERAL);
      }
    }
    sheet.write("</row>");
  }

  private static void number(Writer sheet, String number, int style) throws IOException {
    sheet.write("<c s=\"" + style + "\"><v>" + number + "</v></c>");
  }

  private static void text(Writer sheet, String text, int style) throws IOException {
    sheet.write("<c t=\"inlineStr\" s=\"" + style + "\"><is><t xml:space=\"preserve\">");
    sheet.write(escaped(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text));
    sheet.write("</t></is></c>");
  }

  /** What XML cannot hold becomes U+FFFD. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '\r' -> escaped.append("&#13;");
        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
      }
    });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
