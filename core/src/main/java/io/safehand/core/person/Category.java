package io.safehand.core.person;

import java.util.Arrays;
import java.util.Optional;

/** What kind of information a field holds. It chooses the validator and the mask. */
public enum Category {
  NAME("name"),
  RESIDENT_ID("resident_id"),
  MOBILE("mobile"),
  LANDLINE("landline"),
  BANK_CARD("bank_card"),
  EMAIL("email"),
  CREDIT_CODE("credit_code"),
  PASSPORT("passport"),
  PERMIT("permit"),
  PLATE("plate"),
  QQ("qq"),
  WECHAT("wechat"),
  ADDRESS("address"),
  BIRTH_DATE("birth_date"),
  GENDER("gender"),
  ORGANISATION("organisation"),
  ACCOUNT("account"),
  AMOUNT("amount"),
  DATE("date"),
  HEALTH("health"),
  TEXT("text");

  private final String code;

  Category(String code) {
    this.code = code;
  }

  /** The code used in inventory files and in {@code scan --json}. */
  public String code() {
    return code;
  }

  public static Optional<Category> ofCode(String code) {
    return Arrays.stream(values()).filter(category -> category.code.equals(code)).findFirst();
  }
}
