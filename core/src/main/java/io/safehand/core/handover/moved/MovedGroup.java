package io.safehand.core.handover.moved;

import io.safehand.core.person.GroupName;
import java.util.Arrays;

/**
 * One sealed field group exactly as it is stored: hand-over copies it and never opens it.
 *
 * @param name the group
 * @param suite number of the suite it is sealed under
 * @param sealed the stored bytes, kept and not copied
 */
public record MovedGroup(GroupName name, int suite, byte[] sealed) {
  @Override
  public boolean equals(Object other) {
    return other instanceof MovedGroup group && name.equals(group.name) && suite == group.suite
        && Arrays.equals(sealed, group.sealed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sealed);
  }

  @Override
  public String toString() {
    return "MovedGroup[" + name + ", suite " + suite + ", " + sealed.length + " bytes]";
  }
}
