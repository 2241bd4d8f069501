package io.safehand.server.custody.consent;

import java.util.Locale;

/** How somebody said it. */
public enum ConsentMethod {
  ACCEPT, REFUSE, SAVE, ACKNOWLEDGE, PHONE, PAPER, COUNTER;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
