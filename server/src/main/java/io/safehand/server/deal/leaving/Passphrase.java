package io.safehand.server.deal.leaving;

import java.security.SecureRandom;

/** What opens a copy: 160 random bits in letters that are not mistaken for each other. It is never printed. */
public final class Passphrase {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int GROUPS = 8;
  private static final int GROUP = 4;

  private final String text;

  private Passphrase(String text) {
    this.text = text;
  }

  static Passphrase draw(SecureRandom random) {
    StringBuilder text = new StringBuilder(GROUPS * (GROUP + 1));
    for (int at = 0; at < GROUPS * GROUP; at++) {
      text.append(at > 0 && at % GROUP == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Passphrase(text.toString());
  }

  /** For the eyes of whoever asked for the copy, once. */
  public String exposed() {
    return text;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
