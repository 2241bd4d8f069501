package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import java.time.Instant;

/**
 * One version of what people are asked to consent to.
 *
 * @param version counts the purpose's notices from 1
 * @param zhSha256 of the text in UTF-8, 64 hexadecimal digits; answers are bound to it
 * @param meaningChanged whether answers to older versions are invalid since
 */
public record ConsentNotice(Purpose purpose, int version, String zh, String zhSha256, String en,
    String enSha256, boolean meaningChanged, Instant at) {
  /** The hash of the text in this language, {@code zh} or {@code en}. */
  public String sha256(String language) {
    return language.equals("en") ? enSha256 : zhSha256;
  }
}
