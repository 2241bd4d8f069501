package io.safehand.server.base.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class SealedTextsTest {
  private static final PersonalText NAME = PersonalText.of("苏梨 of the harbour office");
  private static final CompanyId COMPANY = new CompanyId(new UUID(7, 1));
  private static final CompanyId OTHER = new CompanyId(new UUID(7, 2));

  @Autowired
  SealedTexts texts;

  @Test
  void opensWhereItWasSealedAndNowhereElse() {
    byte[] sealed = texts.seal(COMPANY, "table.column/1", NAME);
    assertThat(texts.open(COMPANY, "table.column/1", sealed)).isEqualTo(NAME);
    refused(COMPANY, "table.column/2", sealed);
    refused(OTHER, "table.column/1", sealed);
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] sealed = texts.seal(COMPANY, "table.column/1", NAME);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(opens(changed)).as("bit " + bit).isFalse();
    }
    assertThat(opens(new byte[0])).isFalse();
  }

  @Test
  void twoSealingsOfOneTextHaveNothingInCommonWithItOrEachOther() {
    byte[] once = texts.seal(COMPANY, "table.column/1", NAME);
    byte[] again = texts.seal(COMPANY, "table.column/1", NAME);
    assertThat(once).isNotEqualTo(again);
    assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("harbour");
    assertThat(texts.open(COMPANY, "table.column/1", once)).hasToString("•••");
  }

  @Test
  void hashesTellEqualTextsOfOneUseOnly() {
    assertThat(texts.hash("address", "192.0.2.1")).isEqualTo(texts.hash("address", "192.0.2.1"))
        .isNotEqualTo(texts.hash("address", "192.0.2.2"))
        .isNotEqualTo(texts.hash("name", "192.0.2.1"));
  }

  private boolean opens(byte[] sealed) {
    try {
      texts.open(COMPANY, "table.column/1", sealed);
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private void refused(CompanyId company, String place, byte[] sealed) {
    assertThatExceptionOfType(ForgedText.class).isThrownBy(() -> texts.open(company, place, sealed));
  }
}
