package io.safehand.server.govern.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptNumberTest {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ0";
  private final SecureRandom random = new SecureRandom();

  @Test
  void isReadAsPeopleTypeIt() {
    ReceiptNumber number = ReceiptNumber.random(random);
    for (String typed : new String[]{number.text(), number.text().toLowerCase(Locale.ROOT),
      number.text().replace("-", ""), " " + number.text().replace('-', ' ') + " ",
      number.text().replace('-', '–'), number.text().replace('0', 'o')}) {
      assertThat(ReceiptNumber.typed(typed)).as(typed).hasValue(number);
    }
  }

  @Test
  void everyWrongLetterIsNoticed() {
    for (int round = 0; round < 50; round++) {
      String typed = ReceiptNumber.random(random).text().replace("-", "");
      for (int at = 0; at < typed.length(); at++) {
        for (char wrong : LETTERS.toCharArray()) {
          String other = typed.substring(0, at) + wrong + typed.substring(at + 1);
          assertThat(ReceiptNumber.typed(other).isPresent()).as(other).isEqualTo(other.equals(typed));
        }
      }
    }
  }

  @Test
  void everyTwoChangedPlacesAreNoticed() {
    for (int round = 0; round < 200; round++) {
      String typed = ReceiptNumber.random(random).text().replace("-", "");
      for (int one = 0; one < typed.length(); one++) {
        for (int other = one + 1; other < typed.length(); other++) {
          char[] changed = typed.toCharArray();
          changed[one] = typed.charAt(other);
          changed[other] = typed.charAt(one);
          assertThat(ReceiptNumber.typed(new String(changed)).isPresent())
              .isEqualTo(typed.charAt(one) == typed.charAt(other));
        }
      }
    }
  }

  @Test
  void saysNothingAboutHowManyThereAre() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      numbers.add(ReceiptNumber.random(random).text());
    }
    assertThat(numbers).hasSize(2_000);
  }

  @Test
  void anythingElseIsNone() {
    for (String text : new String[]{"", "7K3M", "7K3M-Q9TX", "!!!!-!!!!-!", "IIIIIIIII", "' or 1=1 --"}) {
      assertThat(ReceiptNumber.typed(text)).isEmpty();
    }
    assertThatThrownBy(() -> new ReceiptNumber("7K3M-Q9TX-?")).isInstanceOf(IllegalArgumentException.class);
  }
}
