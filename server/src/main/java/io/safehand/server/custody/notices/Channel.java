package io.safehand.server.custody.notices;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.person.Category;
import java.util.Locale;

/** A way to a person. */
public enum Channel {
  MAIL,
  /** 短信 */
  SMS,
  /** A personal link that staff hand on: WeChat, a letter, at the counter. */
  HAND;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the field is an address for it. */
  boolean takes(FieldRule field) {
    return switch (this) {
      case MAIL -> field.category() == Category.EMAIL;
      case SMS -> field.category() == Category.MOBILE;
      case HAND -> false;
    };
  }
}
