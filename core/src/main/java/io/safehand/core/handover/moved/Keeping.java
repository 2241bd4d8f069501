package io.safehand.core.handover.moved;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A rule of law that orders a record to be kept, and until when.
 *
 * @param rule stable code of the rule, e.g. {@code cn.accounting.invoice}
 * @param until the last day it must be kept, in the company's calendar
 */
public record Keeping(String rule, LocalDate until) {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");

  public Keeping {
    if (!CODE.matcher(rule).matches()) {
      throw new IllegalArgumentException("a rule code is [a-z][a-z0-9_.-]{0,63}");
    }
  }
}
