package io.safehand.server.custody.notices;

import io.safehand.core.rules.LegalPath;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The things a notice says, each a text of its own, so that what is missing can be named. */
public enum NoticePart {
  /** Who sells. */
  SELLER,
  /** 接收方名称 */
  RECIPIENT_NAME,
  /** 接收方联系方式 */
  RECIPIENT_CONTACT,
  /** Why, and on which legal basis. */
  REASON,
  /** 个人信息种类 */
  KINDS,
  /** 处理目的 */
  PURPOSE,
  /** 处理方式 */
  WAY,
  /** What changes with the transfer, or that nothing does. */
  CHANGES,
  /** When it happens. */
  DATE,
  /** How to object, or to consent separately, in one step. */
  ANSWER_HOW,
  /** Until when. */
  ANSWER_UNTIL,
  /** Where to turn at the company that held the data so far. */
  SELLER_CONTACT,
  /** Why sensitive information is necessary. */
  SENSITIVE_NEED,
  /** What its processing means for the person. */
  SENSITIVE_EFFECT;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What articles 17, 22, 23 and 30 of PIPL order a notice on this path to say. */
  static Set<NoticePart> ordered(LegalPath path, boolean sensitive) {
    return switch (path) {
      case NOTHING_MOVES -> EnumSet.of(CHANGES);
      case SUCCESSION_22 -> EnumSet.of(RECIPIENT_NAME, RECIPIENT_CONTACT);
      case PROVISION_23 -> sensitive
          ? EnumSet.of(RECIPIENT_NAME, RECIPIENT_CONTACT, PURPOSE, WAY, KINDS, SENSITIVE_NEED,
              SENSITIVE_EFFECT)
          : EnumSet.of(RECIPIENT_NAME, RECIPIENT_CONTACT, PURPOSE, WAY, KINDS);
    };
  }

  /** What this product asks for beyond the law. */
  static Set<NoticePart> expected(LegalPath path) {
    return path == LegalPath.NOTHING_MOVES
        ? EnumSet.of(SELLER, DATE, SELLER_CONTACT)
        : EnumSet.of(SELLER, REASON, KINDS, PURPOSE, WAY, CHANGES, DATE, ANSWER_HOW, ANSWER_UNTIL,
            SELLER_CONTACT);
  }
}
