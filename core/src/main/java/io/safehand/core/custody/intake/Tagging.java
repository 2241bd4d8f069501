package io.safehand.core.custody.intake;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.BlindIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The blind index tags of a person whose values are at hand. */
public final class Tagging {
  static final FieldName IDENTITY = new FieldName("identity_key");
  private static final char BETWEEN = '\u001f';

  private Tagging() {}

  /**
   * The identity key's tag first, then one for each searchable value that is held. Whoever lacks a part of the
   * identity key, because its group did not travel, gets a first tag that nobody else has.
   */
  public static long[] tags(Inventory inventory, BlindIndex index, PersonId person,
      Map<FieldName, PersonalText> values) {
    boolean whole = inventory.identityFields().stream().allMatch(field -> values.containsKey(field.name()));
    StringBuilder identity = new StringBuilder();
    List<Long> tags = new ArrayList<>();
    tags.add(0L);
    for (FieldRule field : inventory.fields()) {
      PersonalText value = values.get(field.name());
      if (field.identity() && value != null) {
        appendIdentity(identity, value.exposed());
      }
      if (field.searchable() && value != null) {
        tags.add(index.tag(field.name(), value.exposed()));
      }
    }
    tags.set(0, index.tag(IDENTITY, whole ? identity.toString() : person.toString()));
    return tags.stream().mapToLong(Long::longValue).toArray();
  }

  static void appendIdentity(StringBuilder key, String value) {
    key.append(value).append(BETWEEN);
  }
}
