package io.safehand.core.detect.sheet;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;

/**
 * An XLSX file, written by Excel, WPS or a program, read in bounded memory: its sheets, what each holds, and the rows of
 * one. Cells give what a person sees: texts, dates as {@code 2026-11-23}, all digits of numbers, the stored result of
 * formulas. Not for sharing between threads.
 *
 * <p>Refuses with {@link DamagedFile}: encrypted files ({@code sheet.encrypted}), the format of before 2007 ({@code
 * sheet.old_format}), what is no workbook or broken ({@code sheet.not_xlsx}, {@code sheet.damaged}), what swells without
 * end or does not fit into memory ({@code sheet.swells}, {@code sheet.too_large}). References to other files and entities
 * are never followed.
 */
public final class Workbook {
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private final ZipFolder folder;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final List<String> paths = new ArrayList<>();
  private final Styles styles;
  private boolean from1904;
  private Optional<SharedTexts> texts = Optional.empty();

  /** @param hidden from whoever looks at the file */
  public record Sheet(String name, boolean hidden) {
    @Override
    public String toString() {
      return "a sheet";
    }
  }

  private Workbook(ZipFolder folder) throws IOException {
    this.folder = folder;
    if (!folder.has("xl/workbook.xml")) {
      throw DamagedFile.whole("sheet.not_xlsx");
    }
    readTargets();
    readSheets();
    Optional<InputStream> part = folder.part(target("styles", "xl/styles.xml"));
    this.styles = part.isPresent() ? Styles.read(new Xml(part.get())) : Styles.none();
  }

  /** Reads the table of contents; the sheets later. */
  public static Workbook open(SourceBytes file) throws IOException {
    if (FileKind.of(file) == FileKind.TEXT) {
      throw DamagedFile.whole("sheet.not_xlsx");
    }
    return new Workbook(ZipFolder.open(file));
  }

  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** Reads the sheet to its end and finds the rows that name its columns. */
  public SheetSurvey survey(int sheet) throws IOException {
    Surveyed read = read(sheet);
    Header header = new Header(read.top(), read.merges());
    return read.survey(header.found(sheet), header);
  }

  /** Reads the sheet to its end, its columns named as chosen. */
  public SheetSurvey survey(SheetChoice choice) throws IOException {
    Surveyed read = read(choice.sheet());
    return read.survey(choice, new Header(read.top(), read.merges()));
  }

  /** The rows of a sheet that was surveyed. */
  public RowSource rows(SheetSurvey survey) throws IOException {
    return new SheetSource(open(survey.choice().sheet()), survey, survey.choice());
  }

  private Surveyed read(int sheet) throws IOException {
    List<String[]> top = new ArrayList<>();
    List<Long> filled = new ArrayList<>();
    List<Long> hidden = new ArrayList<>();
    long rows = 0;
    long hiddenRows = 0;
    try (SheetRows from = open(sheet)) {
      while (from.next()) {
        String[] cells = from.cells();
        boolean blank = Stream.of(cells).allMatch(String::isBlank);
        while (from.number() <= Header.TOP && top.size() < from.number() - 1) {
          top.add(new String[0]);
        }
        if (from.number() <= Header.TOP) {
          top.add(Stream.of(cells).map(Header::cut).toArray(String[]::new));
          if (!blank) {
            filled.add(from.number());
          }
          if (!blank && from.hidden()) {
            hidden.add(from.number());
          }
        }
        rows += blank ? 0 : 1;
        hiddenRows += !blank && from.hidden() ? 1 : 0;
      }
      return new Surveyed(top, from.merges(), filled, hidden, rows, hiddenRows, from.hiddenColumns());
    }
  }

  private SheetRows open(int sheet) throws IOException {
    if (sheet < 0 || sheet >= paths.size()) {
      throw DamagedFile.whole("sheet.none");
    }
    InputStream part = folder.part(paths.get(sheet)).orElseThrow(() -> DamagedFile.whole("sheet.damaged"));
    return new SheetRows(new Xml(part), texts(), styles, from1904);
  }

  private SharedTexts texts() throws IOException {
    if (texts.isEmpty()) {
      Optional<InputStream> part = folder.part(target("sharedStrings", "xl/sharedstrings.xml"));
      texts = Optional.of(part.isPresent() ? SharedTexts.read(new Xml(part.get())) : SharedTexts.none());
    }
    return texts.get();
  }

  private String target(String type, String otherwise) {
    return targets.getOrDefault(type, otherwise);
  }

  private void readTargets() throws IOException {
    Optional<InputStream> part = folder.part(RELATIONS);
    if (part.isEmpty()) {
      throw DamagedFile.whole("sheet.damaged");
    }
    try (Xml xml = new Xml(part.get())) {
      while (xml.find("Relationship")) {
        if (xml.attribute("TargetMode").equals("External")) {
          continue;
        }
        String type = xml.attribute("Type");
        String path = path(xml.attribute("Target"));
        targets.put("id:" + xml.attribute("Id"), path);
        targets.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), path);
      }
    }
  }

  private void readSheets() throws IOException {
    try (Xml xml = new Xml(folder.part("xl/workbook.xml").orElseThrow())) {
      for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        from1904 |= xml.name().equals("workbookPr") && xml.isTrue("date1904");
        String path = xml.name().equals("sheet") ? targets.get("id:" + xml.reference("id")) : null;
        if (path != null && path.contains("worksheets/")) {
          sheets.add(new Sheet(xml.attribute("name"),
              xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden")));
          paths.add(path);
        }
      }
    }
    if (sheets.isEmpty()) {
      throw DamagedFile.whole("sheet.none");
    }
  }

  private static String path(String target) {
    String plain = target.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : "xl/" + plain.replaceFirst("^\\./", "");
  }

  /** What was counted of a sheet, the numbers of the filled and hidden rows among the first ones. */
  private record Surveyed(List<String[]> top, List<SheetRows.Merge> merges, List<Long> filled,
      List<Long> hidden, long rows, long hiddenRows, int hiddenColumns) {
    SheetSurvey survey(SheetChoice choice, Header header) {
      return new SheetSurvey(choice, header.names(choice), rows - above(filled, choice),
          hiddenRows - above(hidden, choice), hiddenColumns);
    }

    private static long above(List<Long> rows, SheetChoice choice) {
      return rows.stream().filter(row -> row < choice.firstRow()).count();
    }
  }
}
