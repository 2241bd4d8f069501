package io.safehand.server.custody.notices;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dry run found: counts and codes, no value.
 *
 * @param people by {@code told} (the notice came to them before), {@code mail}, {@code sms}, or {@code none <code>} with
 *          the reason why no address can be used
 */
public record Rehearsal(Instant at, SortedMap<String, Long> people) {
  public Rehearsal {
    people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
  }
}
