package io.safehand.core.detect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileScanTest {
  private FileScan scan = new FileScan();
  private final List<String> skipped = new ArrayList<>();

  @TempDir
  Path folder;

  @Test
  void saysLineAndColumnInCharacters() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "第一行\n𠮷电话13812345678，\n邮箱 li@example.com\n");
    assertThat(found(folder)).containsExactly("a.txt 2:4 mobile 13812345678",
        "a.txt 3:4 email li@example.com");
  }

  @Test
  void findsTheSameInGb18030() throws IOException {
    String text = "客户资料如下所示，请妥善保管。\n电话13812345678，身份证11010519491231002X\n";
    Files.write(folder.resolve("a.txt"), text.getBytes(Charset.forName("GB18030")));
    assertThat(found(folder)).containsExactly("a.txt 2:3 mobile 13812345678",
        "a.txt 2:18 resident_id 11010519491231002X");
  }

  @Test
  void takesTheNameOfAColumnForALabel() throws IOException {
    Files.writeString(folder.resolve("a.csv"),
        "姓名,微信,QQ,护照号,备注\n欧阳春,lilei_2020,12345678,E12345678,E87654321\n\"买买提·艾力\",,,,\n");
    assertThat(found(folder)).containsExactly("a.csv 2:1 name 欧阳春", "a.csv 2:5 wechat lilei_2020",
        "a.csv 2:16 qq 12345678", "a.csv 2:25 passport E12345678", "a.csv 3:2 name 买买提·艾力");
  }

  @Test
  void keepsTheColumnsApartBehindARowLongerThanTheWindow() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "备注,姓名,QQ\n" + "无5\" ".repeat(1001) + ",欧阳春,12345678\n\""
        + "无\"\",\n".repeat(2001) + "\",司马青,87654321\n,上官明,11223344\n没有,诸葛亮,55667788");
    scan = new FileScan(4096);
    assertThat(found(folder)).extracting(each -> each.replaceAll(".* (\\w+ .*)", "$1"))
        .containsExactly("name 欧阳春", "qq 12345678", "name 司马青", "qq 87654321", "name 上官明", "qq 11223344",
            "name 诸葛亮", "qq 55667788");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesHoweverTheyEnd(String end) throws IOException {
    Files.writeString(folder.resolve("a.txt"), String.join(end, "一", "", "三13812345678", "四13912345678"));
    assertThat(found(folder)).containsExactly("a.txt 3:2 mobile 13812345678", "a.txt 4:2 mobile 13912345678");
  }

  @Test
  void refusesUtf16WithoutAMarkAsBinary() throws IOException {
    Files.write(folder.resolve("a.txt"), "电话13812345678".getBytes(StandardCharsets.UTF_16LE));
    assertThat(found(folder)).isEmpty();
    assertThat(skipped).containsExactly("a.txt file.binary");
  }

  @Test
  void saysWhatItSkips() throws IOException {
    Files.write(folder.resolve("a.bin"), new byte[]{1, 2, 0, 4});
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.createDirectories(folder.resolve("below"));
    Files.writeString(folder.resolve("below/b.txt"), "13812345678");
    assertThat(found(folder)).containsExactly("b.txt 1:1 mobile 13812345678");
    assertThat(skipped).containsExactlyInAnyOrder("a.bin file.binary", "empty.txt file.empty");
    assertThatThrownBy(() -> found(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void findsEachValueOnceAcrossTheSeamsOfALongLine() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("这里没有什么可以看的内容，电话138").append(String.format("%08d", i)).append("；");
    }
    Files.writeString(folder.resolve("long.txt"), text);
    List<String> found = found(folder);
    assertThat(found).hasSize(60_000).doesNotHaveDuplicates();
    assertThat(found.getLast()).isEqualTo("long.txt 1:" + (59_999 * 27L + 16) + " mobile 13800059999");
  }

  @Test
  void findsEachValueOnceInManyLines() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("客户电话 138").append(String.format("%08d", i)).append('\n');
    }
    Files.writeString(folder.resolve("lines.txt"), text);
    List<String> found = found(folder);
    assertThat(found).hasSize(100_000);
    assertThat(found.getLast()).isEqualTo("lines.txt 100000:6 mobile 13800099999");
  }

  private List<String> found(Path path) throws IOException {
    List<String> found = new ArrayList<>();
    scan.scan(path, new ScanReport() {
      @Override
      public void found(Located value) {
        found.add(value.file().getFileName() + " " + value.line() + ":" + value.column() + " "
            + value.category().code() + " " + value.value().exposed());
      }

      @Override
      public void skipped(Path file, String reason) {
        skipped.add(file.getFileName() + " " + reason);
      }
    });
    return found;
  }
}
