package io.safehand.core.handover.proof;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that was checked, or was not.
 *
 * @param code stable, e.g. {@code package.signatures}; its sentence is in the message bundles
 * @param values counts and names for the sentence
 */
public record Note(String code, List<String> values) {
  public Note {
    values = List.copyOf(values);
  }

  static Note of(String code, Object... values) {
    return new Note(code, Arrays.stream(values).map(String::valueOf).toList());
  }
}
