package io.safehand.core.handover.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Bech32Test {
  private static final String OF_AGE = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

  @Test
  void readsAndWritesARecipientMadeByAge() {
    Bech32 parsed = Bech32.parse(OF_AGE);
    assertThat(parsed.prefix()).isEqualTo("age");
    assertThat(parsed.data()).hasSize(32);
    assertThat(parsed.text()).isEqualTo(OF_AGE);
  }

  @Test
  void givesBackEveryLength() {
    Random random = new Random(7);
    for (int length = 0; length < 200; length++) {
      byte[] data = new byte[length];
      random.nextBytes(data);
      assertThat(Bech32.parse(new Bech32("x", data).text()).data()).isEqualTo(data);
    }
  }

  @Test
  void refusesEveryChangedLetter() {
    for (int at = 0; at < OF_AGE.length(); at++) {
      char other = OF_AGE.charAt(at) == 'q' ? 'p' : 'q';
      String changed = OF_AGE.substring(0, at) + other + OF_AGE.substring(at + 1);
      assertThatThrownBy(() -> Bech32.parse(changed)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesUpperCaseAndTextsThatAreTooShortOrTooLong() {
    for (String wrong : new String[]{"", "1", "a1", "1qqqqqqq", OF_AGE.toUpperCase(Locale.ROOT),
      "a1" + "q".repeat(5000)}) {
      assertThatThrownBy(() -> Bech32.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
