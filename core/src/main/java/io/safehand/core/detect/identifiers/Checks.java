package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;
import io.safehand.core.person.Category;
import io.safehand.core.person.Regions;
import java.math.BigDecimal;

/**
 * Checks a cell against its category. Immutable and safe to share between threads.
 *
 * <p>Guarantees: pure, no reason quotes the value, nothing is guessed back. Normalised first: full-width digits and
 * letters, spaces and hyphens inside numbers, lower-case x. An empty value is {@code value.empty}. The reasons are
 * listed in docs/formats/scan.md.
 */
public final class Checks {
  private final Plain plain = new Plain();
  private final ResidentIds ids = new ResidentIds();
  private final BankCards cards = new BankCards();
  private final CreditCodes codes = new CreditCodes();
  private final Emails emails = new Emails();
  private final Papers papers = new Papers(ids);
  private final Plates plates = new Plates();
  private final Chats chats = new Chats();
  private final Dates dates = new Dates();
  private final Names names = new Names();
  private final Regions regions = new Regions();
  private final Phones phones;

  /** With the number plan that is shipped. */
  public Checks() {
    this(NumberPlan.shipped());
  }

  public Checks(NumberPlan plan) {
    phones = new Phones(plan);
  }

  public CheckResult check(Category category, String value) {
    if (value.isBlank()) {
      return new Damaged("value.empty");
    }
    return switch (category) {
      case NAME -> names.check(value);
      case RESIDENT_ID -> ids.check(value);
      case MOBILE -> phones.mobile(value);
      case LANDLINE -> phones.landline(value);
      case BANK_CARD -> cards.check(value);
      case EMAIL -> emails.check(value);
      case CREDIT_CODE -> codes.check(value);
      case PASSPORT -> papers.passport(value);
      case PERMIT -> papers.permit(value);
      case PLATE -> plates.check(value);
      case QQ -> chats.qq(value);
      case WECHAT -> chats.wechat(value);
      case ADDRESS -> address(value);
      case BIRTH_DATE -> dates.check(value, "birth_date");
      case DATE -> dates.check(value, "date");
      case GENDER -> gender(value);
      case AMOUNT -> amount(value);
      case ACCOUNT -> account(value);
      case ORGANISATION -> words(value, "organisation.lost");
      case HEALTH, TEXT -> words(value, "text.lost");
    };
  }

  private CheckResult address(String value) {
    String address = plain.words(value);
    if (plain.lost(address)) {
      return new Damaged("address.lost");
    }
    boolean placed = regions.levels(address, 0).end() > 0;
    return placed ? new Valid(address) : new Doubtful("address.region", address);
  }

  private CheckResult gender(String value) {
    String gender = plain.words(value);
    return switch (gender) {
      case "男", "男性", "男士", "先生", "M", "m", "male", "Male", "MALE", "1" -> new Valid("male");
      case "女", "女性", "女士", "F", "f", "female", "Female", "FEMALE", "2" -> new Valid("female");
      case "未知", "未说明", "其他", "unknown", "other", "0", "9" -> new Valid("unknown");
      default -> new Damaged("gender.unknown");
    };
  }

  private CheckResult amount(String value) {
    String amount = plain.words(value)
        .replace(",", "")
        .replace("¥", "")
        .replace("￥", "")
        .replace("元", "")
        .strip();
    try {
      String normal = new BigDecimal(amount).toPlainString();
      return plain.scientific(amount) ? new Doubtful("amount.scientific", normal) : new Valid(normal);
    } catch (NumberFormatException e) {
      return new Damaged("amount.shape");
    }
  }

  private CheckResult account(String value) {
    return plain.scientific(value.strip()) ? new Damaged("account.scientific") : words(value, "account.lost");
  }

  private CheckResult words(String value, String reason) {
    String words = plain.words(value);
    boolean lost = words.indexOf('\uFFFD') >= 0 || words.contains("锟斤拷");
    return lost ? new Doubtful(reason, words) : new Valid(words);
  }
}
