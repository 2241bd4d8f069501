package io.safehand.core.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.Category;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  /** How many characters a mask may show; the domain of an e-mail and the regions of an address come on top. */
  private static final Map<Category, Integer> MOST = Map.ofEntries(Map.entry(Category.NAME, 1),
      Map.entry(Category.RESIDENT_ID, 2), Map.entry(Category.MOBILE, 7), Map.entry(Category.LANDLINE, 6),
      Map.entry(Category.BANK_CARD, 4), Map.entry(Category.EMAIL, 1), Map.entry(Category.CREDIT_CODE, 8),
      Map.entry(Category.PASSPORT, 4), Map.entry(Category.PERMIT, 3), Map.entry(Category.PLATE, 4),
      Map.entry(Category.QQ, 4), Map.entry(Category.WECHAT, 2), Map.entry(Category.ADDRESS, 0),
      Map.entry(Category.BIRTH_DATE, 4), Map.entry(Category.DATE, 4), Map.entry(Category.ORGANISATION, 1),
      Map.entry(Category.ACCOUNT, 1), Map.entry(Category.GENDER, 0), Map.entry(Category.AMOUNT, 0),
      Map.entry(Category.HEALTH, 0), Map.entry(Category.TEXT, 0));

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      NAME         | 张三                           | 张**
      NAME         | 欧阳春风                       | 欧**
      NAME         | 𠮷田                           | 𠮷**
      NAME         | 买买提·艾力                    | 买**
      NAME         | 张                             | ******
      NAME         | 阿卜杜拉·买买提                | 阿**
      NAME         | 买·                            | ******
      NAME         | ·买买提                        | ******
      ADDRESS      | 南京东路100号                  | ******
      ADDRESS      | 上海路1号                      | ******
      ADDRESS      | 北京大街5号                    | ******
      ADDRESS      | 南京市                         | 南京市****
      RESIDENT_ID  | 11010519491231002X             | 1****************X
      RESIDENT_ID  | 110105 19491231 002x           | 1****************X
      RESIDENT_ID  | 1101051949123                  | ******
      MOBILE       | 13812345678                    | 138****5678
      MOBILE       | +86 138-1234 5678              | 138****5678
      MOBILE       | 1381234567                     | ******
      LANDLINE     | 0915-1234579                   | 0915-*****79
      LANDLINE     | 010-62345678-801               | 010-******78
      LANDLINE     | 623456                         | ******
      BANK_CARD    | 6222 0000 0000 0000 004        | ************0004
      BANK_CARD    | 5.54563E+15                    | ******
      EMAIL        | duandazhi@126.com              | d****@126.com
      EMAIL        | d@126.com                      | ******
      CREDIT_CODE  | 91350100M000100Y43             | 91350100**********
      PASSPORT     | E12345678                      | E*****678
      PERMIT       | H12345678                      | H******78
      PLATE        | 苏D40000                       | 苏D4***0
      PLATE        | 陕A·12345D                     | 陕A1****D
      QQ           | 1234567                        | 12***67
      WECHAT       | wxid_abc123                    | w****3
      ADDRESS      | 四川省成都市武侯区一环路南三段1号 | 四川省成都市武侯区****
      ADDRESS      | 北京市朝阳区幸福小区3栋        | 北京市朝阳区****
      ADDRESS      | 广东省东莞市南城街道1号        | 广东省东莞市****
      ADDRESS      | 成都市幸福小区3栋201           | 成都市****
      ADDRESS      | 湖南省湘西土家族苗族自治州吉首市人民路 | 湖南省湘西土家族苗族自治州吉首市****
      ADDRESS      | 人民南路1号                    | ******
      ADDRESS      | Avenida Noruega 42             | ******
      BIRTH_DATE   | 1982-03-29                     | 1982-**-**
      BIRTH_DATE   | 1982年3月29日                  | 1982-**-**
      BIRTH_DATE   | 3/29/1982                      | 1982-**-**
      ORGANISATION | 长江贸易公司                   | 长****
      GENDER       | 女                             | ******
      HEALTH       | 青霉素过敏                     | ******
      """)
  void showsWhatTheCategoryStates(Category category, String value, String masked) {
    assertThat(Mask.of(category).mask(value)).isEqualTo(masked);
  }

  /** Marks, joiners and invisible characters do not make two letters of one. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u200B", "\u200D", "\uFE00", "\uFEFF", "\u00B7", "\u2060", "\u3000",
    "\uDB40\uDD00"})
  void aNameOfOneLetterShowsNothingWhateverHangsOnIt(String mark) {
    for (Category category : List.of(Category.NAME, Category.ORGANISATION, Category.ACCOUNT)) {
      Mask mask = Mask.of(category);
      assertThat(mask.mask("王" + mark)).isEqualTo(Mask.NOTHING);
      assertThat(mask.mask("王" + mark + mark)).isEqualTo(Mask.NOTHING);
      assertThat(mask.mask("e" + mark)).isEqualTo(Mask.NOTHING);
      assertThat(mask.mask("王" + mark + "亮")).startsWith("王*").doesNotContain("亮").doesNotContain(mark);
    }
  }

  /** Behind the region there is nothing of the street, the house or the door, however it is written. */
  @Test
  void anAddressShowsItsRegionAndNothingOfTheStreet() {
    List<String> regions = List.of("四川省成都市武侯区", "北京市朝阳区", "广东省东莞市", "成都市", "内蒙古自治区呼和浩特市");
    List<String> streets = List.of("一环路南三段1号", "人民南路", "幸福里3栋201", "长安街8弄", "滨海大道", "Main Street 5");
    for (String region : regions) {
      for (String street : streets) {
        String shown = Mask.of(Category.ADDRESS).mask(region + street);
        assertThat(region + "****").as("region %s", region)
            .startsWith(shown.substring(0, shown.length() - 4));
        assertThat(shown).endsWith("****");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void neverShowsMoreThanStatedWhateverTheValue(Category category) {
    Random random = new Random(category.ordinal());
    Mask mask = Mask.of(category);
    for (int round = 0; round < 20_000; round++) {
      String value = value(random);
      String masked = mask.mask(value);
      int domain = category == Category.EMAIL && masked.indexOf('@') >= 0
          ? masked.length() - masked.indexOf('@')
          : 0;
      int added = category == Category.LANDLINE || category == Category.BIRTH_DATE
          || category == Category.DATE ? 2 : 0;
      long shown = masked.codePoints().filter(c -> c != '*').count() - domain - added;
      assertThat(shown).as("round %d", round).isLessThanOrEqualTo(MOST.getOrDefault(category, 0));
      if (!value.isEmpty() && masked.indexOf('*') >= 0) {
        assertThat(masked.equals(value)).as("round %d unmasked", round).isFalse();
      }
      assertThat(masked.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
          .isEqualTo(masked.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
    }
  }

  @Test
  void hidesEverythingOfADamagedValueInEveryCategory() {
    for (Category category : Category.values()) {
      assertThat(Mask.of(category).mask("\uFFFD\u0000")).isEqualTo(Mask.NOTHING);
      assertThat(Mask.of(category).mask(" ")).isEqualTo(Mask.NOTHING);
      assertThat(Mask.of(category).mask("")).isEmpty();
    }
  }

  /** No region names, so that an address must show nothing. */
  private static String value(Random random) {
    String alphabet = random.nextBoolean() ? "0123456789" : "012X9xAZa@.-/ ·京路号𠮷艾Ｆ９";
    StringBuilder value = new StringBuilder();
    random.ints(random.nextInt(24), 0, alphabet.codePointCount(0, alphabet.length()))
        .forEach(i -> value.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, i))));
    return value.toString();
  }
}
