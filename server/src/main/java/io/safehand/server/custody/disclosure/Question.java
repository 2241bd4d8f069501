package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import java.util.regex.Pattern;

/**
 * A search for customers: by the exact value of one field, for a purpose, in a case.
 *
 * @param matter the number of the case or request; refused with {@link IllegalArgumentException} when it is none
 */
public record Question(FieldName field, PersonalText value, Purpose purpose, String matter) {
  /** A number of a file; nine digits in a row could be somebody's own. */
  private static final Pattern MATTER = Pattern.compile("(?!.*[0-9]{9})[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

  public Question {
    if (!isMatter(matter) || value.isEmpty()) {
      throw new IllegalArgumentException("a search needs a value and the number of a case");
    }
  }

  /** Whether this can be the number of a case: letters, digits, points, hyphens, slashes. */
  public static boolean isMatter(String text) {
    return MATTER.matcher(text).matches();
  }

  Errand errand(Account by) {
    return new Errand(by.who(), purpose.code(), matter, "");
  }
}
