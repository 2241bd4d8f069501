package io.safehand.core.inventory;

import java.util.Arrays;
import java.util.Optional;

/** In which capacity somebody asks to see or receive personal information. */
public enum Audience {
  /** Staff of the company that holds the data, in daily service. */
  STAFF("staff"),
  /** The company's personal information protection officer. */
  OFFICER("officer"),
  /** The company's lawyer. */
  LAWYER("lawyer"),
  /** Adviser entrusted by the company itself (PIPL 21). */
  ADVISER("adviser"),
  /** A company that thinks about buying. */
  BIDDER("bidder"),
  /** The company that buys. */
  BUYER("buyer"),
  /** The named keeper of what law orders kept (封存). */
  KEEPER("keeper"),
  /** The transfer platform's own people. No purpose can be opened to them. */
  PLATFORM("platform");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Audience> ofCode(String code) {
    return Arrays.stream(values()).filter(audience -> audience.code.equals(code)).findFirst();
  }
}
