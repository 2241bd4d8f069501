package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCommandTest {

  @TempDir
  Path folder;

  @Test
  void printsMaskedFindingsAsOneJsonArray() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "第一行\n电话138-1234 5678，卡6222021234567891233\n");
    Ran ran = Ran.in(Locale.ENGLISH, "scan", folder.toString(), "--json");
    assertThat(ran.code()).isZero();
    List<Json.Object> found = ((Json.Array) Json.parse(ran.out().getBytes(StandardCharsets.UTF_8))).objects();
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().text("file")).isEqualTo(file.toString());
    assertThat(found.getFirst().number("line")).isEqualTo(2);
    assertThat(found.getFirst().number("column")).isEqualTo(3);
    assertThat(found.getFirst().text("type")).isEqualTo("mobile");
    assertThat(found.getFirst().text("masked")).isEqualTo("138****5678");
    assertThat(found.getFirst().number("confidence")).isBetween(90L, 100L);
    assertThat(found.getLast().text("masked")).isEqualTo("************1233");
    assertThat(ran.out()).doesNotContain("1234 5678", "6222021234567891233");
  }

  @Test
  void printsAnEmptyArrayForNothing() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "这里什么也没有");
    assertThat(Ran.in(Locale.ENGLISH, "scan", folder.toString(), "--json").out().strip()).isEqualTo("[]");
  }

  @Test
  void printsATableOfCountsWithoutValues() throws IOException {
    Files.write(folder.resolve("a.csv"),
        "姓名,电话,备注\n欧阳春,13812345678,老客户要注意\n张小红,13912345678,无其他说明\n".getBytes(Charset.forName("GB18030")));
    Files.write(folder.resolve("b.bin"), new byte[]{0, 1, 2});
    Ran ran = Ran.in(Locale.SIMPLIFIED_CHINESE, "scan", folder.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsPattern("mobile +手机号 +2 +2 +1")
        .containsPattern("name +姓名 +2 +2 +1")
        .contains("跳过 1 个");
    assertThat(ran.err()).contains("b.bin：不是文本");
    assertThat(ran.out() + ran.err()).doesNotContain("13812345678", "欧阳春");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json"})
  void aNamedFileThatCannotBeReadIsNoInput(String json) throws IOException {
    Path file = Files.write(folder.resolve("b.bin"), new byte[]{0, 1, 2});
    List<String> words = new ArrayList<>(List.of("scan", file.toString()));
    words.addAll(json.isEmpty() ? List.of() : List.of(json));
    Ran ran = Ran.in(Locale.ENGLISH, words.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.err()).contains("b.bin: not text");
  }

  @Test
  void saysThatThereIsNoInput() {
    Ran ran = Ran.in(Locale.ENGLISH, "scan", folder.resolve("none").toString(), "--json");
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("There is no file");
  }
}
