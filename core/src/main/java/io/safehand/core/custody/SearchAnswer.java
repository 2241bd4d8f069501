package io.safehand.core.custody;

import io.safehand.core.person.PersonId;
import java.util.List;

/** What a search gives: people, none for a value that nobody has, or the reason why it was not done. */
public sealed interface SearchAnswer {
  /** Those who hold exactly this value and whose field the asker may see; whether there are more is not told. */
  record Found(List<PersonId> people) implements SearchAnswer {
    public Found {
      people = List.copyOf(people);
    }
  }

  /** @param code a stable dotted code: {@code search.field} for a field that cannot be searched, else a rule's reason */
  record Refused(String code) implements SearchAnswer {}
}
