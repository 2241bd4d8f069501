package io.safehand.core.detect.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.detect.text.DamagedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Workbooks part by part: what other programs write differently is read, what would do harm is refused. */
class WorkbookRefusalTest {
  private static final String ROWS = "<worksheet><sheetData><row><c t='inlineStr'><is><t>姓名</t></is></c></row>"
      + "<row><c t='inlineStr'><is><r><t>张</t></r><r><t>三</t></r><rPh><t>x</t></rPh></is></c></row></sheetData></worksheet>";

  @Test
  void readsWhatOtherProgramsWriteDifferently() throws IOException {
    byte[] wps = new WrittenSheet()
        .with("xl\\workbook.xml",
            "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:rel='urn:r'>"
                + "<x:sheets><x:sheet name='表1' sheetId='3' rel:id='r9'/></x:sheets></x:workbook>")
        .with("xl/_rels/workbook.xml.rels", "<Relationships>"
            + "<Relationship Id='r9' Type='urn:x/worksheet' Target='/xl/worksheets/Sheet3.xml'/>"
            + "<Relationship Id='r2' Type='urn:x/sharedStrings' Target='SharedStrings.xml'/></Relationships>")
        .with("xl/SharedStrings.xml", "<x:sst xmlns:x='urn:any'><x:si><x:t>编号_x000D_</x:t></x:si></x:sst>")
        .with("xl/worksheets/sheet3.xml",
            "<x:worksheet xmlns:x='urn:any'><x:sheetData>"
                + "<x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='str'><x:v>姓名</x:v></x:c></x:row>"
                + "<x:row><x:c/><x:c><x:v>1.3800001111E10</x:v></x:c><x:c t='b'><x:v>1</x:v></x:c></x:row>"
                + "</x:sheetData></x:worksheet>")
        .bytes();
    Workbook book = WrittenSheet.open(wps);
    assertThat(book.sheets()).containsExactly(new Workbook.Sheet("表1", false));
    assertThat(book.survey(0).columns()).containsExactly("编号", "姓名", "column_3");
    assertThat(WrittenSheet.rows(wps)).containsExactly(List.of("", "13800001111", "TRUE"));
  }

  @Test
  void joinsTheRunsOfATextWithoutHowItIsReadAloud() throws IOException {
    assertThat(WrittenSheet.rows(WrittenSheet.ofParts(ROWS).bytes())).containsExactly(List.of("张三"));
  }

  @Test
  void anExactLongNumberOfAProgramIsKeptWhole() throws IOException {
    byte[] bytes = WrittenSheet.ofParts(
        "<worksheet><sheetData><row><c t='str'><v>身份证</v></c></row><row><c><v>110101199003074514</v></c></row></sheetData></worksheet>")
        .bytes();
    assertThat(WrittenSheet.rows(bytes)).containsExactly(List.of("110101199003074514"));
  }

  @Test
  void encryptedAndOldFilesAreToldApart() throws Exception {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet().createRow(0).createCell(0).setCellValue("姓名");
      book.write(old);
    }
    assertRefused("sheet.old_format", old.toByteArray());
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("tea");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(WrittenSheet.ofParts(ROWS).bytes());
      }
      files.writeFilesystem(locked);
    }
    assertRefused("sheet.encrypted", locked.toByteArray());
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    assertRefused("sheet.not_xlsx", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertRefused("sheet.not_xlsx", new WrittenSheet().with("word/document.xml", "<d/>").bytes());
    assertRefused("sheet.not_xlsx", new byte[0]);
    assertRefused("sheet.none",
        new WrittenSheet().with("xl/workbook.xml", "<workbook/>")
            .with("xl/_rels/workbook.xml.rels", "<Relationships/>")
            .bytes());
    byte[] whole = WrittenSheet.ofParts(ROWS).bytes();
    assertRefused("sheet.damaged", Arrays.copyOf(whole, whole.length - 30));
  }

  @Test
  void entitiesAndDocumentTypesAreNeverFollowed() throws IOException {
    String secret = "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    assertRefused("sheet.damaged", WrittenSheet.ofParts(secret + ROWS.replace("姓名", "&x;")).bytes());
    String laughs = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    assertRefused("sheet.damaged", WrittenSheet.ofParts(laughs + ROWS.replace("姓名", "&b;")).bytes());
  }

  @Test
  void whatSwellsWithoutEndIsRefusedInLittleMemory() {
    assertSwells("<worksheet><sheetData><row>", "<c/>", 100_000_000);
    assertSwells("<worksheet><sheetData><row><c t='inlineStr'><is><t>", "长", 100_000_000);
    assertSwells("<worksheet a='", "x", 100_000_000);
    assertSwells("<worksheet><!--", "x", 100_000_000);
    assertSwells("", "<rPh>", 20_000_000);
  }

  private static void assertSwells(String start, String again, int bytes) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> assertThatThrownBy(() -> WrittenSheet.open(swelling(start, again, bytes)).survey(0))
            .isInstanceOfSatisfying(DamagedFile.class,
                damaged -> assertThat(damaged.reason()).isIn("sheet.swells", "sheet.damaged")));
  }

  private static byte[] swelling(String start, String again, int bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name.endsWith("rels")
            ? "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            : "<workbook xmlns:r='urn:r'><sheets><sheet name='a' r:id='rId1'/></sheets></workbook>")
            .getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] piece = again.repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
      for (int written = 0; written < bytes; written += piece.length) {
        zip.write(piece);
      }
    }
    return out.toByteArray();
  }

  @Test
  void everyCutAndEveryFlippedByteIsReadOrRefusedByName() throws IOException {
    byte[] whole = WrittenSheet.ofParts(ROWS).bytes();
    List<List<String>> content = WrittenSheet.rows(whole);
    for (int i = 0; i < whole.length; i++) {
      assertSameOrRefused(Arrays.copyOf(whole, i), content);
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertSameOrRefused(flipped, content);
    }
  }

  private static void assertSameOrRefused(byte[] bytes, List<List<String>> content) throws IOException {
    try {
      assertThat(WrittenSheet.rows(bytes)).isEqualTo(content);
    } catch (DamagedFile refused) {
      assertThat(refused.reason()).startsWith("sheet.");
    }
  }

  private static void assertRefused(String reason, byte[] bytes) {
    assertThatThrownBy(() -> WrittenSheet.rows(bytes)).isInstanceOfSatisfying(DamagedFile.class,
        damaged -> assertThat(damaged.reason()).isEqualTo(reason));
  }
}
