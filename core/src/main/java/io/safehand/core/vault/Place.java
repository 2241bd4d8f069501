package io.safehand.core.vault;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;

/** Where a sealed group belongs. It opens nowhere else. */
public record Place(PersonId person, RecordId record, GroupName group) {}
