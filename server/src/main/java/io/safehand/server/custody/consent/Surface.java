package io.safehand.server.custody.consent;

import java.util.Locale;

/** Through what an answer came in. */
public enum Surface {
  PORTAL, STAFF, API, IMPORT;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
