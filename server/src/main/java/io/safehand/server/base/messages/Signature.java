package io.safehand.server.base.messages;

import io.safehand.core.person.PersonalText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The head {@code Safehand-Signature: t=<seconds>,v1=<hex>} is HMAC-SHA-256 of {@code <seconds>.<body>} under a secret
 * that both sides have; one older or newer than five minutes counts for nothing.
 */
final class Signature {
  static final String HEAD = "Safehand-Signature";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private Signature() {}

  static String of(PersonalText secret, Instant at, byte[] body) {
    long seconds = at.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
  }

  static boolean holds(PersonalText secret, String head, byte[] body, Instant now) {
    Matcher form = FORM.matcher(head);
    if (!form.matches()) {
      return false;
    }
    long seconds = Long.parseLong(form.group(1));
    boolean fresh = Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    byte[] given = HexFormat.of().parseHex(form.group(2));
    return MessageDigest.isEqual(given, mac(secret, seconds, body)) && fresh;
  }

  private static byte[] mac(PersonalText secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.exposed().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
    }
  }
}
