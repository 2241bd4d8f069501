package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/** QQ numbers and WeChat names: shape only. */
public final class Chats {
  private final Plain plain = new Plain();

  CheckResult qq(String value) {
    if (plain.scientific(value)) {
      return new Damaged("qq.scientific");
    }
    String number = plain.code(value);
    boolean good = qq(number, number.length());
    return good ? new Valid(number) : new Damaged("qq.shape");
  }

  public boolean qq(CharSequence number, int length) {
    return length >= 5 && length <= 11 && number.charAt(0) != '0' && plain.digits(number, 0, length);
  }

  CheckResult wechat(String value) {
    String name = plain.words(value);
    return wechat(name, name.length()) ? new Valid(name) : new Damaged("wechat.shape");
  }

  /** A letter, then 5 to 19 letters, digits, underscores or hyphens; or a mobile number, which many use instead. */
  public boolean wechat(CharSequence name, int length) {
    if (length < 6 || length > 25) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 && !mobile(name, length) || !(c >= '0' && c <= '9' || c == '_' || c == '-'))) {
        return false;
      }
    }
    return length <= 20 || name.toString().startsWith("wxid_");
  }

  private boolean mobile(CharSequence name, int length) {
    return length == 11 && name.charAt(0) == '1' && plain.digits(name, 0, length);
  }
}
