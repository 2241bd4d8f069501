package io.safehand.core.detect.identifiers;

import static io.safehand.core.person.Category.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;
import io.safehand.core.person.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksTest {
  private final Checks checks = new Checks();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      RESIDENT_ID | 11010519491231002X      | 11010519491231002X
      RESIDENT_ID | 440524188001010014      | 440524188001010014
      RESIDENT_ID | 110105 19491231 002x    | 11010519491231002X
      RESIDENT_ID | １１０１０５１９４９１２３１００２Ｘ | 11010519491231002X
      RESIDENT_ID | 110105491231002         | 11010519491231002X
      RESIDENT_ID | 810000199408230021      | 810000199408230021
      RESIDENT_ID | 911124198108030024      | 911124198108030024
      CREDIT_CODE | 91350100M000100Y43      | 91350100M000100Y43
      CREDIT_CODE | 91350200776049653A      | 91350200776049653A
      CREDIT_CODE | 91440101ma5cjq4n59      | 91440101MA5CJQ4N59
      CREDIT_CODE | 77604965-3              | 776049653
      BANK_CARD   | 6222 0000 0000 0000 004 | 6222000000000000004
      BANK_CARD   | 4111-1111-1111-1111     | 4111111111111111
      MOBILE      | +86 138-1234 5678       | 13812345678
      MOBILE      | 008613812345678         | 13812345678
      MOBILE      | １３８１２３４５６７８             | 13812345678
      LANDLINE    | 010-62345678            | 010-62345678
      LANDLINE    | (0755)26543210          | 0755-26543210
      LANDLINE    | 0571-8765432-801        | 0571-8765432-801
      LANDLINE    | +86 21 6234 5678        | 021-62345678
      EMAIL       | li.lei@Example.COM.cn   | li.lei@example.com.cn
      PASSPORT    | E12345678               | E12345678
      PASSPORT    | ea1234567               | EA1234567
      PERMIT      | H12345678               | H12345678
      PERMIT      | 1234567890(B)           | 1234567890B
      PERMIT      | FRA110012345678         | FRA110012345678
      PLATE       | 京A12345                | 京A12345
      PLATE       | 陕A·D12345              | 陕AD12345
      PLATE       | 粤B12345D               | 粤B12345D
      QQ          | 10001                   | 10001
      WECHAT      | wxid_abc123             | wxid_abc123
      NAME        | 欧阳春                  | 欧阳春
      NAME        | 买买提•艾力             | 买买提·艾力
      NAME        | 阿卜杜热合曼・吾买尔・热合木吐拉・买买提依明 | 阿卜杜热合曼·吾买尔·热合木吐拉·买买提依明
      NAME        | 𠮷田㐀                  | 𠮷田㐀
      NAME        | 张 三                   | 张三
      NAME        | Renée O'Neill-Þór       | Renée O'Neill-Þór
      ADDRESS     | 四川省成都市武侯区一环路南三段1号 | 四川省成都市武侯区一环路南三段1号
      BIRTH_DATE  | 1990年1月31日           | 1990-01-31
      BIRTH_DATE  | 3/29/1982               | 1982-03-29
      BIRTH_DATE  | 19880229                | 1988-02-29
      DATE        | 2025/6/1 12:30:00       | 2025-06-01
      GENDER      | 女                      | female
      AMOUNT      | ￥1,234.50元            | 1234.50
      """)
  void acceptsAndNormalises(Category category, String value, String normalised) {
    assertThat(checks.check(category, value)).isEqualTo(new Valid(normalised));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      RESIDENT_ID | 110105194912310021   | id.checksum
      RESIDENT_ID | 990105194912310027   | id.checksum
      RESIDENT_ID | 110105194913310021   | id.date
      RESIDENT_ID | 1.10105E+17          | id.scientific
      RESIDENT_ID | 110105194912310000   | id.precision
      RESIDENT_ID | 1101051949           | id.length
      RESIDENT_ID | 11010519X91231002X   | id.characters
      BANK_CARD   | 5.54563E+15          | card.scientific
      BANK_CARD   | 5E+15                | card.scientific
      BANK_CARD   | 6222000000000000006  | card.checksum
      BANK_CARD   | 6222021234567890000  | card.precision
      BANK_CARD   | 62220000             | card.length
      BANK_CARD   | 6222-ABCD-0000-0000  | card.characters
      MOBILE      | 1.38123E+10          | mobile.scientific
      MOBILE      | 1381234567           | mobile.length
      MOBILE      | 12812345678          | mobile.shape
      MOBILE      | 138123456a8          | mobile.characters
      LANDLINE    | 12                   | landline.length
      LANDLINE    | 010-abcdefgh         | landline.characters
      EMAIL       | li.lei@example       | email.shape
      EMAIL       | li..lei@example.com  | email.shape
      EMAIL       | @example.com         | email.shape
      CREDIT_CODE | 91350100M000100      | credit_code.length
      CREDIT_CODE | 91350100I000100Y43   | credit_code.characters
      PASSPORT    | E1                   | passport.shape
      PERMIT      | X1                   | permit.shape
      PLATE       | 国A12345             | plate.province
      PLATE       | 京I12345             | plate.shape
      QQ          | 0123456              | qq.shape
      WECHAT      | 1abcdef              | wechat.shape
      NAME        | ???                  | name.lost
      NAME        | 12345                | name.characters
      BIRTH_DATE  | 1990-02-30           | birth_date.date
      BIRTH_DATE  | soon                 | birth_date.shape
      GENDER      | x                    | gender.unknown
      AMOUNT      | many                 | amount.shape
      """)
  void refusesWithAReason(Category category, String value, String reason) {
    assertThat(checks.check(category, value)).isEqualTo(new Damaged(reason));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      CREDIT_CODE | 91350203M0001QAY9B | credit_code.checksum
      BANK_CARD   | 8000000000000003   | card.bin
      MOBILE      | 14212345678        | mobile.segment
      MOBILE      | +4915112345678     | mobile.foreign
      LANDLINE    | 84 23 30           | landline.area
      LANDLINE    | 4008123123         | landline.service
      PASSPORT    | X1234567           | passport.foreign
      BIRTH_DATE  | 3/4/1982           | birth_date.order
      NAME        | J                  | name.short
      NAME        | 张三3              | name.characters
      NAME        | 长江贸易公司       | name.organisation
      ADDRESS     | Avenida Noruega 42 | address.region
      AMOUNT      | 1.2E+05            | amount.scientific
      """)
  void warnsWithoutRefusing(Category category, String value, String reason) {
    assertThat(checks.check(category, value)).isInstanceOfSatisfying(Doubtful.class,
        doubtful -> assertThat(doubtful.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void survivesAnythingAndNeverPrintsIt(Category category) {
    Random random = new Random(7);
    String alphabet = "0123456789aX省市区路·@. -+/年月日京𠮷\uFFFD\uD800Ａ（";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder value = new StringBuilder();
      random.ints(random.nextInt(30), 0, alphabet.length()).forEach(i -> value.append(alphabet.charAt(i)));
      String text = value.toString();
      CheckResult result = checks.check(category, text);
      if (text.isBlank()) {
        assertThat(result).isEqualTo(new Damaged("value.empty"));
      } else if (!(result instanceof Damaged)) {
        assertThat(result.toString()).endsWith("•••]");
      }
    }
  }

  @Test
  void takesANewerNumberPlan(@TempDir Path folder) throws Exception {
    Path table = Files.writeString(folder.resolve("plan.txt"), "# later\nmobile 142\n");
    assertThat(new Checks(NumberPlan.of(table)).check(MOBILE, "14212345678")).isInstanceOf(Valid.class);
    assertThat(new Checks(NumberPlan.of(table)).check(MOBILE, "13812345678")).isInstanceOf(Doubtful.class);
  }
}
