package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is started: one line, its code, and nothing touched. */
class DemoCommandTest {
  private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();

  @TempDir
  Path folder;
  private List<String> sample = List.of();

  @BeforeEach
  void sample() throws IOException {
    try (var lines = Files.lines(SAMPLES.resolve("customers.csv"))) {
      sample = lines.limit(50).toList();
    }
  }

  @Test
  void aMissingFileAndAFolder() {
    refused(66, "There is no file", folder.resolve("nothing.csv"));
    refused(66, "is a folder", folder);
  }

  @Test
  void emptyBinaryTruncatedAndHeaderOnlyFiles() throws IOException {
    refused(65, "empty", file(new byte[0]));
    refused(65, "not text", file(new byte[]{1, 0, 2, 0, 3}));
    refused(65, "middle of a row", file(cut(text(sample), 47)));
    refused(65, "holds no row", file(text(sample.subList(0, 1))));
  }

  @Test
  void aBadByteIsNamedByItsRow() throws IOException {
    byte[] chinese = String.join("\n", sample).getBytes(Charset.forName("GB18030"));
    chinese[chinese.length / 2] = (byte) 0xff;
    chinese[chinese.length / 2 + 1] = (byte) 0xff;
    refused(65, "(row ", file(chinese));
  }

  @Test
  void aFieldOfTenMegabytesAndAnOpenQuote() throws IOException {
    refused(65, "longer than 1 MiB", file(text(List.of(sample.getFirst(), "x".repeat(10_000_000)))));
    refused(65, "never closes", file(text(List.of(sample.getFirst(), "\"QL1,person", "QL2,company"))));
  }

  @Test
  void columnsTooManyAndTooFewByName() throws IOException {
    refused(65, "pass_word",
        file(text(sample.stream()
            .map(line -> line + (line.equals(sample.getFirst()) ? ",pass_word" : ",x"))
            .toList())));
    refused(65, "customer_no",
        file(text(sample.stream().map(line -> line.substring(line.indexOf(',') + 1)).toList())));
  }

  @Test
  void aBrokenInventory() throws IOException {
    Path inventory = Files.writeString(folder.resolve("broken.yaml"), "fields: [\n - {");
    Ran ran = demo("--input", SAMPLES.resolve("customers.csv").toString(), "--inventory",
        inventory.toString());
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("inventory").hasLineCount(1);
    nothingWasMade();
  }

  @ParameterizedTest
  @CsvSource({"--customers 0", "--customers -3", "--input a.csv", "--inventory a.yaml", "--drop-undeclared",
    "--input a.csv --inventory b.yaml --customers 5", "--customers five", "--deal marriage", "--port 65536",
    "--port -1"})
  void contradictionsAndValuesWithoutSense(String line) throws IOException {
    Ran ran = demo(line.split(" ", -1));
    assertThat(ran.code()).isEqualTo(64);
    nothingWasMade();
  }

  @Test
  void oneFolderInsideTheOther() {
    Ran ran = Ran.in(Locale.ENGLISH, "demo", "--data", folder.toString(), "--out",
        folder.resolve("out").toString());
    assertThat(ran.code()).isEqualTo(64);
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAsItIs() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path diary = Files.writeString(data.resolve("diary.txt"), "mine");
    Ran ran = demo("--customers", "5");
    assertThat(ran.code()).isEqualTo(73);
    assertThat(ran.err()).contains("never empties").hasLineCount(1);
    assertThat(diary).hasContent("mine");
    assertThat(data).isDirectoryContaining("glob:**/diary.txt")
        .isDirectoryNotContaining("glob:**/.safehand*");
  }

  /** Whoever uses the folder, be it a command or a server that outlived one. */
  @ParameterizedTest
  @CsvSource({".safehand-demo", ".lock"})
  void aFolderInUseIsNotEmptied(String held) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createFile(data.resolve(".safehand-demo"));
    Path people = Files.writeString(data.resolve("people"), "sealed");
    Files.write(data.resolve(held), new byte[0]);
    HeldElsewhere other = HeldElsewhere.of(data.resolve(held));
    try (other) {
      Ran ran = demo("--customers", "5");
      assertThat(ran.code()).isEqualTo(75);
      assertThat(ran.err()).contains("in use").hasLineCount(1);
    }
    assertThat(people).hasContent("sealed");
  }

  @Test
  void aTakenPortLeavesTheEarlierDemoAsItIs() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createFile(data.resolve(".safehand-demo"));
    Path people = Files.writeString(data.resolve("people"), "sealed");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = demo("--customers", "5", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ran.code()).isEqualTo(75);
      assertThat(ran.err()).contains("is taken", "as it was", "--port").hasLineCount(1);
    }
    assertThat(people).hasContent("sealed");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void inChineseWhereTheLocaleIs() {
    Ran ran = Ran.in(Locale.SIMPLIFIED_CHINESE, "demo", "--data", folder.resolve("data").toString(), "--out",
        folder.resolve("out").toString(), "--input", folder.resolve("无.csv").toString(), "--inventory",
        SAMPLES.resolve("customers.inventory.yaml").toString());
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.err()).contains("没有文件", "无.csv", "未作任何改动");
  }

  private void refused(int code, String words, Path input) {
    Ran ran = demo("--input", input.toString(), "--inventory",
        SAMPLES.resolve("customers.inventory.yaml").toString());
    assertThat(ran.code()).as("%s", words).isEqualTo(code);
    assertThat(ran.err()).contains(words, "Nothing was changed").hasLineCount(1);
    nothingWasMade();
  }

  private Ran demo(String... arguments) {
    List<String> all = new ArrayList<>(List.of("demo", "--headless", "--data",
        folder.resolve("data").toString(), "--out", folder.resolve("out").toString()));
    all.addAll(List.of(arguments));
    return Ran.in(Locale.ENGLISH, all.toArray(String[]::new));
  }

  private void nothingWasMade() {
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("input.csv"), content);
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] text, int by) {
    return Arrays.copyOf(text, text.length - by);
  }
}
