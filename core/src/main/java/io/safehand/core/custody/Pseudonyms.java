package io.safehand.core.custody;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonalText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stand-ins for values: 16 hexadecimal digits that are the same for one person, field and deal, and mean nothing
 * to whoever lacks the person's ledger key. They die with that key. Still personal information (PIPL 73).
 */
final class Pseudonyms {
  private static final int BYTES = 8;

  private Pseudonyms() {}

  static PersonalText of(byte[] ledgerKey, FieldName field, String deal) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ledgerKey, "HmacSHA256"));
      byte[] full = mac.doFinal(("pseudonym|" + field + "|" + deal).getBytes(StandardCharsets.UTF_8));
      return PersonalText.of(HexFormat.of().formatHex(full, 0, BYTES));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HmacSHA256", absent);
    }
  }
}
