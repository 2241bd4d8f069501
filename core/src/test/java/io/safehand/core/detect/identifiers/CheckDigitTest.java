package io.safehand.core.detect.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;
import io.safehand.core.person.Category;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check digits promise, by trying every slip of the pen. */
class CheckDigitTest {
  private static final String DIGITS = "0123456789";
  private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private final Checks checks = new Checks();

  /** ISO 7064 MOD 11-2 finds every changed character and every exchanged pair. */
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014", "810000199408230021",
    "911124198108030024"})
  void refusesEverySlipInAResidentId(String id) {
    assertThat(valid(Category.RESIDENT_ID, id)).isTrue();
    assertThat(accepted(Category.RESIDENT_ID, changes(id, DIGITS + "X"))).isEmpty();
    assertThat(accepted(Category.RESIDENT_ID, exchanges(id))).isEmpty();
  }

  /** The check of Luhn finds every changed digit and every exchanged pair but 09 and 90. */
  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "6222021234567891233", "5555555555554444", "378282246310005"})
  void refusesEverySlipInACardThatLuhnPromises(String card) {
    assertThat(valid(Category.BANK_CARD, card)).isTrue();
    assertThat(accepted(Category.BANK_CARD, changes(card, DIGITS))).isEmpty();
    assertThat(accepted(Category.BANK_CARD, exchanges(card))).allMatch(each -> nineAndNought(card, each));
  }

  /** A code with a failed check is in real use: it is doubtful, never valid, never refused. */
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91350200776049653A", "91440101MA5CJQ4N59"})
  void doubtsEverySlipInACreditCode(String code) {
    assertThat(valid(Category.CREDIT_CODE, code)).isTrue();
    assertThat(accepted(Category.CREDIT_CODE, changes(code, CODE))).isEmpty();
    assertThat(accepted(Category.CREDIT_CODE, exchanges(code))).isEmpty();
    String inUse = "91350203M0001QAY9B";
    assertThat(checks.check(Category.CREDIT_CODE, inUse))
        .isEqualTo(new Doubtful("credit_code.checksum", inUse));
  }

  @Test
  void acceptsExactlyOneCheckCharacterOfEachBody() {
    assertThat(accepted(Category.RESIDENT_ID, endings("11010519491231002", DIGITS + "X"))).hasSize(1);
    assertThat(accepted(Category.BANK_CARD, endings("622202123456789123", DIGITS))).hasSize(1);
    assertThat(accepted(Category.CREDIT_CODE, endings("91350100M000100Y4", CODE))).hasSize(1);
    assertThat(accepted(Category.CREDIT_CODE, endings("M000100Y", DIGITS + "X"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"110105900229123,false", "110105960229123,true", "110105491331123,false",
    "110105490431123,false", "010105491231002,false"})
  void knowsTheDaysOfTheOldNumbers(String id, boolean good) {
    assertThat(valid(Category.RESIDENT_ID, id)).isEqualTo(good);
  }

  private boolean valid(Category category, String value) {
    return checks.check(category, value) instanceof Valid;
  }

  private List<String> accepted(Category category, List<String> values) {
    return values.stream().filter(each -> valid(category, each)).toList();
  }

  private static List<String> changes(String value, String alphabet) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < value.length(); i++) {
      for (char c : alphabet.toCharArray()) {
        if (c != value.charAt(i)) {
          changes.add(value.substring(0, i) + c + value.substring(i + 1));
        }
      }
    }
    return changes;
  }

  private static List<String> exchanges(String value) {
    List<String> exchanges = new ArrayList<>();
    for (int i = 0; i + 1 < value.length(); i++) {
      if (value.charAt(i) != value.charAt(i + 1)) {
        exchanges.add(value.substring(0, i) + value.charAt(i + 1) + value.charAt(i) + value.substring(i + 2));
      }
    }
    return exchanges;
  }

  private static List<String> endings(String body, String alphabet) {
    return alphabet.chars().mapToObj(c -> body + (char) c).toList();
  }

  private static boolean nineAndNought(String before, String after) {
    int i = 0;
    while (before.charAt(i) == after.charAt(i)) {
      i++;
    }
    return before.charAt(i) + before.charAt(i + 1) == '0' + '9'
        && Math.abs(before.charAt(i) - after.charAt(i)) == 9;
  }
}
