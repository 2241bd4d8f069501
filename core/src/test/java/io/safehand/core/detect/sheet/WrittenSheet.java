package io.safehand.core.detect.sheet;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.rows.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** XLSX files in memory, made by a library that is not ours, or part by part. */
final class WrittenSheet {
  private final Map<String, String> parts = new LinkedHashMap<>();

  /** The parts that every workbook has, with one sheet of this markup. */
  static WrittenSheet ofParts(String sheet) {
    return new WrittenSheet().with("xl/workbook.xml",
        "<workbook xmlns:r='urn:r'><sheets><sheet name='客户' sheetId='1' r:id='rId1'/></sheets></workbook>")
        .with("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>")
        .with("xl/worksheets/sheet1.xml", sheet);
  }

  WrittenSheet with(String name, String content) {
    parts.put(name, content);
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] byLibrary(Consumer<XSSFWorkbook> work) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      work.accept(book);
      book.write(out);
    }
    return out.toByteArray();
  }

  static SourceBytes source(byte[] bytes) {
    return () -> new SeekableInMemoryByteChannel(bytes);
  }

  static Workbook open(byte[] bytes) throws IOException {
    return Workbook.open(source(bytes));
  }

  /** The cells of the first sheet's rows, with the header that was found. */
  static List<List<String>> rows(byte[] bytes) throws IOException {
    Workbook book = open(bytes);
    return rows(book, book.survey(0));
  }

  static List<List<String>> rows(Workbook book, SheetSurvey survey) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (RowSource source = book.rows(survey)) {
      while (source.hasNext()) {
        SourceRow row = source.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < source.columns().size(); i++) {
          cells.add(row.cell(i));
        }
        rows.add(cells);
      }
      if (source.hasNext()) {
        throw new AssertionError("a source that has ended has no more rows");
      }
    }
    return rows;
  }
}
