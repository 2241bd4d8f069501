package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final String CUSTOMERS = """
      编号,姓名,电话,CCNumber,Password,备注
      K1,欧阳春,13812345678,5.5E+15,geheim1,常客
      K2,买买提·艾力,13912345678,6222021234567891233,geheim2,
      K3,张小红,010-62345678,4.1E+15,geheim3,新客
      """;

  @TempDir
  Path folder;

  @Test
  void saysHowTheFileIsWrittenAndWhatItHolds() throws IOException {
    Path file = Files.write(folder.resolve("c.csv"),
        CUSTOMERS.replace(',', ';').getBytes(Charset.forName("GB18030")));
    Ran ran = Ran.in(Locale.ENGLISH, "inspect", file.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Written in GB18030, without a byte order mark; delimiter: semicolon; the first row names")
        .contains("3 rows, 6 columns")
        .containsPattern("姓名 +name +3/3 +100 %")
        .containsPattern("电话 +mobile +3/3 +66 %")
        .containsPattern("CCNumber +bank_card +3/3 +33 %  card.scientific 2")
        .containsPattern("Password.*a secret");
    assertThat(ran.out()).doesNotContain("欧阳春", "13812345678", "geheim", "6222021234567891233", "5.5E+15");
  }

  @Test
  void saysWhatTheInventoryLacksAndWhatTheFileLacks() throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), "\uFEFF" + CUSTOMERS);
    Path inventory = folder.resolve("i.yaml");
    assertThat(Ran.in(Locale.ENGLISH, "inspect", file.toString(), "--write", inventory.toString()).code())
        .isZero();
    Ran ran = Ran.in(Locale.SIMPLIFIED_CHINESE, "inspect", file.toString(), "--inventory",
        inventory.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("有字节顺序标记").contains("清单缺少文件中的这些列：Password").doesNotContain("文件缺少");
    Path shorter = Files.writeString(folder.resolve("d.csv"), "编号,姓名\nK1,欧阳春\n");
    assertThat(
        Ran.in(Locale.ENGLISH, "inspect", shorter.toString(), "--inventory", inventory.toString()).out())
        .contains("The file lacks these columns of the inventory: 电话, CCNumber, 备注");
  }

  @Test
  void writesAnInventoryThatCanBeReadAndNeverOverwrites() throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), CUSTOMERS);
    Path target = folder.resolve("first.yaml");
    assertThat(Ran.in(Locale.ENGLISH, "inspect", file.toString(), "--write", target.toString()).code())
        .isZero();
    Inventory inventory = InventoryFile.parse(Files.readString(target));
    assertThat(inventory.columns()).containsExactly("编号", "姓名", "电话", "CCNumber", "备注");
    assertThat(inventory.identityFields()).extracting(field -> field.column()).containsExactly("编号");
    Ran again = Ran.in(Locale.ENGLISH, "inspect", file.toString(), "--write", target.toString());
    assertThat(again.code()).isEqualTo(73);
    assertThat(again.err()).contains("exists already");
  }

  @Test
  void refusesBadInputWithOneLineAndItsCode() throws IOException {
    refused(66, "There is no file", folder.resolve("none.csv"));
    refused(66, "is a folder", folder);
    refused(65, "The file is empty", Files.writeString(folder.resolve("e.csv"), ""));
    refused(65, "not text", Files.write(folder.resolve("b.csv"), new byte[]{'P', 'K', 0, 1}));
    refused(65, "neither UTF-8 nor GB18030", Files.writeString(folder.resolve("l.csv"),
        "Andr\u00e9,Fran\u00e7ois le Grand\nZo\u00e9,Ren\u00e9 de Paris\n", StandardCharsets.ISO_8859_1));
    refused(65, "quotation mark opens and never closes (row 2).",
        Files.writeString(folder.resolve("q.csv"), "a,b\n1,\"geheim\n3,4\n"));
    refused(65, "longer than 1 MiB (row 2).",
        Files.writeString(folder.resolve("t.csv"), "a,b\n1," + "x".repeat(10 << 20)));
    refused(65, "ends in the middle", Files.writeString(folder.resolve("r.csv"), "a,b,c\n1,2,3\n4,5"));
    byte[] bad = CUSTOMERS.getBytes(StandardCharsets.UTF_8);
    bad[new String(bad, StandardCharsets.ISO_8859_1).indexOf("13912345678") - 3] = (byte) 0xFF;
    refused(65, "(row 3) (byte ", Files.write(folder.resolve("w.csv"), bad));
  }

  private static void refused(int code, String words, Path file) {
    Ran ran = Ran.in(Locale.ENGLISH, "inspect", file.toString());
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.err()).contains(words).doesNotContain("geheim", "\tat ");
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }
}
