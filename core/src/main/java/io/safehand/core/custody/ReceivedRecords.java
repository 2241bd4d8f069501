package io.safehand.core.custody;

import io.safehand.core.person.PersonId;
import java.util.Collection;
import java.util.List;

/** Records of the company that came in a package and are not yet under its own keys. */
public interface ReceivedRecords {
  void add(List<ReceivedRecord> records);

  /** Those whose first key lies in the leaf pages from {@code firstLeaf} on, by slot. */
  List<ReceivedRecord> inLeaves(int firstLeaf, int count);

  void remove(Collection<PersonId> people);

  /** Removes everything that was received, when a package turns out to be incomplete. */
  void clear();
}
