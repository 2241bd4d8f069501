package io.safehand.core.custody.intake;

import io.safehand.core.custody.stored.RecordFacts;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.StandingAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the source after the inventory and the checks: values in clear, so it prints only its number.
 *
 * @param values by the position of the field in the inventory; null where nothing is held
 * @param identity the identity key, normalised
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one batch and is never compared
record CheckedRow(long number, @Nullable String[] values, String identity, RecordFacts facts,
    Map<Purpose, StandingAnswer> answers, List<String> leftOut) {
  @Override
  public String toString() {
    return "row " + number + " •••";
  }
}
