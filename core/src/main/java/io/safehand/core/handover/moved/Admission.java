package io.safehand.core.handover.moved;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.person.GroupName;
import io.safehand.core.vault.KeyEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every moved person must satisfy, for the writer and for the reader alike: once only, groups and suites the manifest names, exactly one key for every sealed group and no key for nothing. A person key never travels.
 */
public final class Admission {
  private final List<GroupName> groups;
  private final Set<Integer> suites;
  private final SeenPeople seen = new SeenPeople();

  /** @param groups the manifest's groups; a group key's ordinal is its place in this list */
  public Admission(List<GroupName> groups, List<Integer> suites) {
    this.groups = List.copyOf(groups);
    this.suites = Set.copyOf(suites);
  }

  public void admit(MovedPerson person, List<KeyEntry> keys) throws HandoverRefused {
    String subject = "person " + person.id();
    if (!seen.add(person.id())) {
      throw new HandoverRefused(Fault.PERSON_TWICE, subject);
    }
    Set<GroupName> present = suitesOf(person, subject).keySet();
    for (GroupName group : present) {
      if (keys.stream().filter(key -> opens(key, group)).count() != 1) {
        throw new HandoverRefused(Fault.KEY_MISSING, subject + " group " + group);
      }
    }
    for (KeyEntry key : keys) {
      boolean own = key.person().equals(person.id()) && key.keyId().equals(person.keyId());
      if (!own || present.stream().noneMatch(group -> opens(key, group))) {
        throw new HandoverRefused(Fault.KEY_UNKNOWN, subject);
      }
    }
  }

  private boolean opens(KeyEntry key, GroupName group) {
    return switch (key.kind()) {
      case PERSON -> false;
      case DATA -> true;
      case GROUP -> key.ordinal() < groups.size() && groups.get(key.ordinal()).equals(group);
    };
  }

  /** The suite of every sealed group; one group of one person under two suites is refused, since a group key is for one. */
  private Map<GroupName, Integer> suitesOf(MovedPerson person, String subject) throws HandoverRefused {
    Map<GroupName, Integer> present = new HashMap<>();
    for (MovedRecord moved : person.records()) {
      for (MovedGroup group : moved.groups()) {
        if (!groups.contains(group.name())) {
          throw new HandoverRefused(Fault.GROUP_UNKNOWN, subject + " group " + group.name());
        }
        Integer other = present.put(group.name(), group.suite());
        if (!suites.contains(group.suite()) || other != null && other != group.suite()) {
          throw new HandoverRefused(Fault.SUITE_UNKNOWN, subject + " suite " + group.suite());
        }
      }
    }
    return present;
  }
}
