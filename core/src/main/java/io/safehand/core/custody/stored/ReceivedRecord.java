package io.safehand.core.custody.stored;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.StandingAnswer;
import java.util.Map;

/**
 * A record that came in a package, still under the keys that came with it.
 *
 * @param record its slot is the first of {@code entries} consecutive places in the received tree; it has no
 *     ledger key yet
 * @param entries 1 with a data key, else one a group
 */
public record ReceivedRecord(SealedRecord record, int entries, Map<Purpose, StandingAnswer> answers) {}
