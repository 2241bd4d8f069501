package io.safehand.core.handover.moved;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.person.GroupName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every moved person must satisfy, for the writer and for the reader alike: once only, groups and suites the manifest names, a key for every sealed group and no key for nothing.
 */
public final class Admission {
  private final Set<GroupName> groups;
  private final Set<Integer> suites;
  private final SeenPeople seen = new SeenPeople();

  public Admission(List<GroupName> groups, List<Integer> suites) {
    this.groups = Set.copyOf(groups);
    this.suites = Set.copyOf(suites);
  }

  public void admit(MovedPerson person, List<TravellingKey> keys) throws HandoverRefused {
    String subject = "person " + person.id();
    if (!seen.add(person.id())) {
      throw new HandoverRefused(Fault.PERSON_TWICE, subject);
    }
    Set<GroupName> present = new HashSet<>();
    for (MovedRecord moved : person.records()) {
      for (MovedGroup group : moved.groups()) {
        requireNamed(group, subject);
        present.add(group.name());
      }
    }
    for (GroupName group : present) {
      if (keys.stream().filter(key -> key.opens(group)).count() != 1) {
        throw new HandoverRefused(Fault.KEY_MISSING, subject + " group " + group);
      }
    }
    requireUseful(keys, present, subject);
  }

  private void requireNamed(MovedGroup group, String subject) throws HandoverRefused {
    if (!groups.contains(group.name())) {
      throw new HandoverRefused(Fault.GROUP_UNKNOWN, subject + " group " + group.name());
    }
    if (!suites.contains(group.suite())) {
      throw new HandoverRefused(Fault.SUITE_UNKNOWN, subject + " suite " + group.suite());
    }
  }

  private static void requireUseful(List<TravellingKey> keys, Set<GroupName> present, String subject)
      throws HandoverRefused {
    for (TravellingKey key : keys) {
      if (present.stream().noneMatch(key::opens)) {
        throw new HandoverRefused(Fault.KEY_UNKNOWN, subject);
      }
    }
  }
}
