package io.safehand.core.vault;

import io.safehand.core.person.GroupName;

/** Opens one group of a person in one suite; travels alone. */
public final class GroupKey extends OpeningKey {
  private final Suite suite;
  private final GroupName group;

  GroupKey(KeyId id, byte[] bytes, Suite suite, GroupName group) {
    super(id, bytes);
    this.suite = suite;
    this.group = group;
  }

  public Suite suite() {
    return suite;
  }

  public GroupName group() {
    return group;
  }
}
