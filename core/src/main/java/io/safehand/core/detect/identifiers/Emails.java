package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/** E-mail addresses of the usual kind: no quoted local part, no address literal, at least two labels in the domain. */
final class Emails {
  private final Plain plain = new Plain();

  CheckResult check(String value) {
    String address = plain.words(value);
    int at = address.indexOf('@');
    boolean good = at > 0 && at <= 64 && address.length() <= 254 && local(address, at)
        && domain(address, at + 1);
    return good ? new Valid(lowerDomain(address, at)) : new Damaged("email.shape");
  }

  /** Domains do not tell capitals from small letters; local parts may. */
  private static String lowerDomain(String address, int at) {
    for (int i = at + 1; i < address.length(); i++) {
      if (address.charAt(i) >= 'A' && address.charAt(i) <= 'Z') {
        return address.substring(0, at) + address.substring(at).toLowerCase(java.util.Locale.ROOT);
      }
    }
    return address;
  }

  private static boolean local(String address, int at) {
    for (int i = 0; i < at; i++) {
      char c = address.charAt(i);
      boolean dot = c == '.';
      if (!dot && !Character.isLetterOrDigit(c) && "_%+-'!#$&*/=?^`{|}~".indexOf(c) < 0) {
        return false;
      }
      if (dot && (i == 0 || i == at - 1 || address.charAt(i - 1) == '.')) {
        return false;
      }
    }
    return true;
  }

  private static boolean domain(String address, int from) {
    int label = from;
    int labels = 0;
    for (int i = from; i <= address.length(); i++) {
      char c = i == address.length() ? '.' : address.charAt(i);
      if (c == '.') {
        if (!label(address, label, i)) {
          return false;
        }
        labels++;
        label = i + 1;
      } else if (c != '-' && !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    int top = address.lastIndexOf('.') + 1;
    return labels >= 2 && address.length() - top >= 2 && Character.isLetter(address.charAt(top));
  }

  private static boolean label(String address, int from, int to) {
    return to > from && to - from <= 63 && address.charAt(from) != '-' && address.charAt(to - 1) != '-';
  }
}
