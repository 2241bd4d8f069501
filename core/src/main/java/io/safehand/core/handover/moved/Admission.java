package io.safehand.core.handover.moved;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.person.GroupName;
import io.safehand.core.vault.KeyEntry;
import java.security.SecureRandom;
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
  private final SeenPeople seen;

  /** @param groups the manifest's groups; a group key's ordinal is its place in this list */
  public Admission(List<GroupName> groups, List<Integer> suites, SecureRandom random) {
    this.seen = new SeenPeople(random);
    this.groups = List.copyOf(groups);
    this.suites = Set.copyOf(suites);
  }

  public void admit(MovedPerson person, List<KeyEntry> keys) throws HandoverRefused {
    if (!seen.add(person.id())) {
      throw refused(Fault.PERSON_TWICE, person, "");
    }
    Map<GroupName, Integer> present = suitesOf(person);
    for (GroupName group : present.keySet()) {
      int opened = 0;
      for (KeyEntry key : keys) {
        opened += opens(key, group) ? 1 : 0;
      }
      if (opened != 1) {
        throw refused(Fault.KEY_MISSING, person, " group " + group);
      }
    }
    for (KeyEntry key : keys) {
      boolean own = key.person().equals(person.id()) && key.keyId().equals(person.keyId());
      if (!own || !opensAny(key, present)) {
        throw refused(Fault.KEY_UNKNOWN, person, "");
      }
    }
  }

  private boolean opensAny(KeyEntry key, Map<GroupName, Integer> present) {
    for (GroupName group : present.keySet()) {
      if (opens(key, group)) {
        return true;
      }
    }
    return false;
  }

  private boolean opens(KeyEntry key, GroupName group) {
    return switch (key.kind()) {
      case PERSON -> false;
      case DATA -> true;
      case GROUP -> key.ordinal() < groups.size() && groups.get(key.ordinal()).equals(group);
    };
  }

  /** The suite of every sealed group; one group of one person under two suites is refused, since a group key is for one. */
  private Map<GroupName, Integer> suitesOf(MovedPerson person) throws HandoverRefused {
    Map<GroupName, Integer> present = new HashMap<>();
    for (MovedRecord moved : person.records()) {
      for (MovedGroup group : moved.groups()) {
        if (!groups.contains(group.name())) {
          throw refused(Fault.GROUP_UNKNOWN, person, " group " + group.name());
        }
        Integer other = present.put(group.name(), group.suite());
        if (!suites.contains(group.suite()) || other != null && other != group.suite()) {
          throw refused(Fault.SUITE_UNKNOWN, person, " suite " + group.suite());
        }
      }
    }
    return present;
  }

  private static HandoverRefused refused(Fault fault, MovedPerson person, String more) {
    return new HandoverRefused(fault, "person " + person.id() + more);
  }
}
