package io.safehand.core.custody.stored;

import io.safehand.core.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company's sealed records and their blind index. */
public interface SealedRecords {
  void add(IntakeBatch batch);

  /** Whether nobody is in the vault. */
  boolean isEmpty();

  /** Which of these identity tags somebody in the vault already has. */
  Set<Long> known(long epoch, long[] identities);

  Optional<SealedRecord> find(PersonId person);

  /** The records whose keys lie in {@code count} leaf pages from {@code firstLeaf} on, by slot. */
  List<SealedRecord> inLeaves(int firstLeaf, int count);

  /** The same, none of whom is changed or removed by anybody else until the transaction ends. */
  List<SealedRecord> heldInLeaves(int firstLeaf, int count);

  /** People with this tag; candidates only, since two values may share a tag. */
  List<PersonId> tagged(long epoch, long tag, int limit);

  /** Replaces records that exist, and removes their tags: nobody finds who is kept apart. One that is gone is an error. */
  void replace(List<SealedRecord> changed);

  /** Removes records with everything that hangs on them: tags, answers, hints. */
  void remove(Collection<PersonId> people);

  /** Adds tags of another epoch for people who exist, in place of those of that epoch that are there. */
  void addTags(long epoch, Map<PersonId, long[]> tags);

  /** Removes every tag of an epoch. */
  void removeTags(long epoch);
}
