package io.safehand.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void ordersMembersByTheirCodeUnits() {
    // U+1F600 begins with the code unit D83D and so comes before U+FB33, although its code point is larger
    assertThat(canonical(
        "{\"\ufb33\":1,\"\ud83d\ude00\":2,\"\u20ac\":3,\"\\r\":4,\"1\":5,\"\u00f6\":6,\"\u0080\":7}"))
        .isEqualTo(
            "{\"\\r\":4,\"1\":5,\"\u0080\":7,\"\u00f6\":6,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
  }

  @Test
  void ordersEveryLevelAndKeepsTheOrderOfArrays() {
    assertThat(
        canonical(" { \"b\" : [ 3 , {\"z\":null,\"a\":true} , 1 ] , \"\" : { \"y\":false, \"x\":\"\" } } "))
        .isEqualTo("{\"\":{\"x\":\"\",\"y\":false},\"b\":[3,{\"a\":true,\"z\":null},1]}");
  }

  @Test
  void escapesOnlyWhatMustBeEscaped() {
    assertThat(
        canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\b\\f\\t\\u007f\\u4e2d\""))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\u007f\u4e2d\"");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0,0", "-0.0,0", "1.0,1", "1e3,1000", "9007199254740991,9007199254740991",
    "-9007199254740991,-9007199254740991", "120e-1,12"})
  void writesWholeNumbersInOneForm(String read, String written) {
    assertThat(canonical(read)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740992", "-9007199254740992", "0.5", "1e-1", "1e308",
    "123456789012345678901234567890"})
  void refusesACanonicalFormForOtherNumbers(String number) {
    assertThatThrownBy(() -> parse(number).canonical()).isInstanceOf(JsonRefused.class)
        .hasMessage("a number without a canonical form");
  }

  @Test
  void readsItsOwnCanonicalFormAsTheSameValue() {
    Json value = Json.object()
        .with("name", "李\u0001\"\ud840\udfb7")
        .with("n", -5)
        .with("b", true)
        .with("list", List.of(Json.text("x"), Json.number(1), new Json.Null()));
    assertThat(Json.parse(value.canonical())).isEqualTo(value);
    assertThat(Json.parse(value.pretty().getBytes(UTF_8))).isEqualTo(value);
  }

  @Test
  void writesForPeopleInTheOrderOfAdding() {
    Json value = Json.object()
        .with("z", 1)
        .with("a", Json.array(List.of(Json.number(new BigDecimal("0.50")))))
        .with("e", Json.object())
        .with("f", List.of());
    assertThat(value.pretty()).isEqualTo("""
        {
          "z": 1,
          "a": [
            0.50
          ],
          "e": {},
          "f": []
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:1}", "tru", "truE", "nul", "None", "NaN", "Infinity",
    "+1", "01", "-", "-a", "1.", ".5", "1e", "1e+", "0x1", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"",
    "\"\\u12g4\"", "'a'", "\"a\nb\"", "\"\\n\u0000\"", "// no", "[1 2]", "\u00a01", "\ufeff1", "[1}",
    "{\"a\":1]"})
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "{} {}", "null,", "\"a\"\u0000", "[]x"})
  void refusesBytesAfterTheValue(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonRefused.class)
        .hasMessageContaining("bytes after the value");
  }

  @Test
  void refusesAMemberNamedTwiceHoweverItIsWritten() {
    assertThatThrownBy(() -> parse("{\"secret\":1,\"s\\u0065cret\":1}")).isInstanceOf(JsonRefused.class)
        .hasMessage("a member named twice at byte 12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud800x\"",
    "{\"\\ud83d\":1}"})
  void refusesHalfOfASurrogatePair(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonRefused.class)
        .hasMessageContaining("half of a surrogate");
  }

  @Test
  void refusesHalfOfASurrogatePairInNewValues() {
    assertThatThrownBy(() -> Json.text("\ud800")).isInstanceOf(JsonRefused.class);
    assertThatThrownBy(() -> Json.object().with("\udc00", 1)).isInstanceOf(JsonRefused.class);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    int[][] bad = {{0x80}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xe4, 0xb8}, {0xff}};
    for (int[] bytes : bad) {
      byte[] text = new byte[bytes.length + 2];
      text[0] = text[text.length - 1] = '"';
      for (int i = 0; i < bytes.length; i++) {
        text[i + 1] = (byte) bytes[i];
      }
      assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonRefused.class)
          .hasMessage("not UTF-8 at byte 1");
    }
  }

  @Test
  void readsSixtyFourLevelsAndRefusesMore() {
    assertThat(parse("[".repeat(64) + "1" + "]".repeat(64)).canonical()).hasSize(129);
    assertThat(parse("[".repeat(64) + "]".repeat(64)).canonical()).hasSize(128);
    assertThatThrownBy(() -> parse("[".repeat(65) + "]".repeat(65))).isInstanceOf(JsonRefused.class);
    assertThatThrownBy(() -> parse("{\"a\":".repeat(100_000))).isInstanceOf(JsonRefused.class);
  }

  @Test
  void refusesToWriteWhatItWouldNotRead() {
    Json deep = Json.number(1);
    for (int i = 0; i < 65; i++) {
      deep = Json.array(List.of(deep));
    }
    assertThatThrownBy(deep::canonical).isInstanceOf(JsonRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "1e-309", "1e99999999999", "1e0000308"})
  void refusesHugeExponents(String number) {
    assertThatThrownBy(() -> parse(number)).isInstanceOf(JsonRefused.class).hasMessageContaining("exponent");
  }

  @Test
  void refusesLongNumbers() {
    assertThatThrownBy(() -> parse("1".repeat(65))).isInstanceOf(JsonRefused.class);
    assertThat(parse("1".repeat(64))).isInstanceOf(Json.Number.class);
  }

  @Test
  void namesTheMemberThatIsMissingOrOfAnotherType() {
    Json.Object object = parse("{\"t\":\"x\",\"n\":1.5}").asObject();
    assertThat(object.text("t")).isEqualTo("x");
    assertThat(object.decimal("n")).isEqualTo("1.5");
    assertThatThrownBy(() -> object.text("u")).isInstanceOf(JsonRefused.class)
        .hasMessage("member u is missing");
    assertThatThrownBy(() -> object.number("t")).isInstanceOf(JsonRefused.class)
        .hasMessage("t is not a number");
    assertThatThrownBy(() -> object.number("n")).isInstanceOf(JsonRefused.class)
        .hasMessageContaining("not a whole");
    assertThatThrownBy(() -> object.array("t")).isInstanceOf(JsonRefused.class);
    assertThatThrownBy(() -> object.object("t")).isInstanceOf(JsonRefused.class);
    assertThatThrownBy(() -> object.bool("t")).isInstanceOf(JsonRefused.class);
    assertThat(object.find("u")).isEmpty();
    assertThat(object.has("t")).isTrue();
  }

  @Test
  void refusesUnknownMembersWithoutQuotingThem() {
    Json.Object object = Json.object().with("a", 1).with("张三", 2);
    assertThat(object.only("a", "张三", "b")).isEqualTo(object);
    assertThatThrownBy(() -> object.only("a")).isInstanceOf(JsonRefused.class).message().doesNotContain("张三");
  }

  @Test
  void replacesAMemberInItsPlace() {
    Json.Object object = Json.object().with("a", 1).with("b", 2).with("a", 3);
    assertThat(object.members().keySet()).containsExactly("a", "b");
    assertThat(object.number("a")).isEqualTo(3);
  }

  @Test
  void neverPrintsOrQuotesContent() {
    Json value = Json.object().with("13800138000", "张三").with("l", List.of(Json.text("李四"), Json.number(42)));
    assertThat(value.toString() + value.asObject().array("l") + value.asObject().array("l").items())
        .doesNotContain("138", "张三", "李四", "42");
    assertThatThrownBy(() -> parse("{\"13800138000\":\"张三\",\"13800138000\":2}")).message()
        .doesNotContain("138")
        .doesNotContain("张三");
  }

  private static Json parse(String text) {
    return Json.parse(text.getBytes(UTF_8));
  }

  private static String canonical(String text) {
    return new String(parse(text).canonical(), UTF_8);
  }
}
