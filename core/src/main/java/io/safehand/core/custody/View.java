package io.safehand.core.custody;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Disclosure;
import java.util.List;

/** What one asker may see of one person: every field of the inventory, with the decision beside it. */
public record View(PersonId person, List<Field> fields) {
  public View {
    fields = List.copyOf(fields);
  }

  /** A field with its decision; {@code shown} is empty where it is withheld or nothing is held. */
  public record Field(FieldName name, Disclosure decision, PersonalText shown) {}
}
