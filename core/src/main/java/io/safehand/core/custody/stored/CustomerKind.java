package io.safehand.core.custody.stored;

import io.safehand.core.vault.FormatRefused;
import java.util.Optional;

/**
 * Whether a customer is a human being or an organisation that people act for, by the number that is stored. A number
 * never changes its meaning.
 */
public enum CustomerKind {
  /** 个人 */
  PERSON(0),
  /** 个体工商户: a business in the name of a person; counts as a person. */
  SOLE_TRADER(1),
  /** 单位: its data is a trade secret, its contact person's data personal. */
  ORGANISATION(2);

  private final int number;

  CustomerKind(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Refuses an unknown number with {@link FormatRefused}. */
  public static CustomerKind ofNumber(int number) {
    return switch (number) {
      case 0 -> PERSON;
      case 1 -> SOLE_TRADER;
      case 2 -> ORGANISATION;
      default -> throw new FormatRefused("unknown kind of customer " + number);
    };
  }

  /** Understands the Chinese words and the lower-case English ones; an empty cell means a person. */
  public static Optional<CustomerKind> ofCell(String cell) {
    return switch (cell.strip()) {
      case "", "个人", "person" -> Optional.of(PERSON);
      case "个体工商户", "个体", "sole trader" -> Optional.of(SOLE_TRADER);
      case "单位", "企业", "公司", "organisation" -> Optional.of(ORGANISATION);
      default -> Optional.empty();
    };
  }
}
