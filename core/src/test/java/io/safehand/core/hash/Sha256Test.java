package io.safehand.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** {@code printf abc | sha256sum}. */
  private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void givesThePublishedValue() {
    assertThat(Sha256.hex("abc")).isEqualTo(ABC);
    assertThat(Sha256.of("abc")).isEqualTo(HexFormat.of().parseHex(ABC));
  }

  @Test
  void partsCountAsOneText() {
    assertThat(Sha256.hex(new byte[]{'a'}, new byte[0], new byte[]{'b', 'c'})).isEqualTo(ABC);
    assertThat(Sha256.digest().digest(new byte[]{'a', 'b', 'c'})).isEqualTo(Sha256.of("abc"));
  }
}
