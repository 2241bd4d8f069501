package io.safehand.server.custody.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file whose cells are texts, made of lines with commas. */
public final class SampleWorkbook {
  /** A comma that no quotation marks are around. */
  private static final String BETWEEN = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private SampleWorkbook() {}

  public static byte[] of(Map<String, List<String>> lines, List<String> sheets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      StringBuilder book = new StringBuilder("<workbook xmlns:r='urn:r'><sheets>");
      StringBuilder relations = new StringBuilder("<Relationships>");
      for (int i = 0; i < sheets.size(); i++) {
        book.append("<sheet name='%s' r:id='r%d'/>".formatted(sheets.get(i), i));
        relations.append(
            "<Relationship Id='r%d' Type='x/worksheet' Target='worksheets/s%d.xml'/>".formatted(i, i));
        put(zip, "xl/worksheets/s" + i + ".xml", sheet(lines.getOrDefault(sheets.get(i), List.of())));
      }
      put(zip, "xl/workbook.xml", book + "</sheets></workbook>");
      put(zip, "xl/_rels/workbook.xml.rels", relations + "</Relationships>");
    }
    return out.toByteArray();
  }

  private static String sheet(List<String> lines) {
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (String line : lines) {
      sheet.append("<row>");
      for (String cell : line.split(BETWEEN, -1)) {
        sheet.append("<c t='inlineStr'><is><t>")
            .append(cell.replace("\"", "").replace("&", "&amp;").replace("<", "&lt;"))
            .append("</t></is></c>");
      }
      sheet.append("</row>");
    }
    return sheet + "</sheetData></worksheet>";
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
