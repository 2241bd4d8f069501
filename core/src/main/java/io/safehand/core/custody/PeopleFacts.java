package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;

import io.safehand.core.rules.PersonFacts;
import java.util.List;

/**
 * What the rules need to know about people beside their records: consent, standing, the notice's answer.
 * Read anew for every act; nothing of it may come from a cache.
 */
@FunctionalInterface
public interface PeopleFacts {
  /** The facts in the order of the records. */
  List<PersonFacts> of(List<SealedRecord> records);
}
