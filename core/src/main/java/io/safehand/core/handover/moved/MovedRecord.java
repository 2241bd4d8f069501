package io.safehand.core.handover.moved;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.RecordId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One record of a moved person: what the buyer must know in clear, and the sealed groups.
 *
 * @param collectedAt when the seller collected it, whole microseconds
 * @param keeping the rule that orders it to be kept, if one does
 * @param restricted true when it goes only to be kept (封存), not to be used
 * @param attributes further codes for the buyer, such as the basis by group; never personal text
 * @param groups at most one for each group name
 */
public record MovedRecord(RecordId id, Instant collectedAt, Optional<Keeping> keeping, boolean restricted,
    SortedMap<String, String> attributes, List<MovedGroup> groups) {
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9_.]{0,63}");

  public MovedRecord {
    if (!attributes.keySet().stream().allMatch(name -> ATTRIBUTE.matcher(name).matches())) {
      throw new IllegalArgumentException("an attribute name is [a-z][a-z0-9_.]{0,63}");
    }
    if (collectedAt.getNano() % 1000 != 0) {
      throw new IllegalArgumentException("a time of a record has whole microseconds");
    }
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    groups = List.copyOf(groups);
    if (names(groups).size() != groups.size()) {
      throw new IllegalArgumentException("a group stands twice in a record");
    }
  }

  private static Set<GroupName> names(List<MovedGroup> groups) {
    Set<GroupName> names = new HashSet<>();
    for (MovedGroup group : groups) {
      names.add(group.name());
    }
    return names;
  }
}
