package io.safehand.server.custody.consent;

/**
 * The notice that somebody had before them when they answered.
 *
 * @param sha256 of its text in this language, 64 hexadecimal digits
 * @param language {@code zh} or {@code en}
 * @param served id of the notice as it went to this person; empty when it was read out or shown
 */
public record ServedNotice(String sha256, String language, String served) {
  public ServedNotice {
    if (!sha256.matches("[0-9a-f]{64}") || !language.matches("zh|en")
        || !served.matches("[A-Za-z0-9._:/-]{0,80}")) {
      throw new IllegalArgumentException("a notice is named by hash, language and id");
    }
  }
}
