package io.safehand.server.base.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B, and of RFC 4648, section 10. */
class TotpTest {
  private static final String DIGITS = "1234567890".repeat(7);

  @ParameterizedTest
  @CsvSource({"59, 94287082, 46119246, 90693936", "1111111109, 07081804, 68084774, 25091201",
    "1111111111, 14050471, 67062674, 99943326", "1234567890, 89005924, 91819424, 93441116",
    "2000000000, 69279037, 90698825, 38618901", "20000000000, 65353130, 77737706, 47863826"})
  void givesTheCodesOfTheStandard(long at, String sha1, String sha256, String sha512) {
    assertThat(code("HmacSHA1", 20, at)).isEqualTo(sha1);
    assertThat(code("HmacSHA256", 32, at)).isEqualTo(sha256);
    assertThat(code("HmacSHA512", 64, at)).isEqualTo(sha512);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"})
  void writesAndReadsBase32(String plain, String encoded) {
    assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII)).isEqualTo(plain);
  }

  @Test
  void theUsualCodeHasSixDigits() {
    byte[] secret = DIGITS.substring(0, 20).getBytes(StandardCharsets.US_ASCII);
    assertThat(Totp.USUAL.code(secret, 1)).isEqualTo("287082");
  }

  private static String code(String algorithm, int secretBytes, long at) {
    byte[] secret = DIGITS.substring(0, secretBytes).getBytes(StandardCharsets.US_ASCII);
    return new Totp(algorithm, 8).code(secret, Totp.step(Instant.ofEpochSecond(at)));
  }
}
