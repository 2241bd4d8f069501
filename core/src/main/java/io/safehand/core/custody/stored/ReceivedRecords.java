package io.safehand.core.custody.stored;

import io.safehand.core.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records of the company that came in one package and are not yet under its own keys. */
public interface ReceivedRecords {
  void add(List<ReceivedRecord> records);

  /** Those whose first key lies in the leaf pages from {@code firstLeaf} on, by slot. */
  List<ReceivedRecord> inLeaves(int firstLeaf, int count);

  void remove(Collection<PersonId> people);

  /** How many are not yet re-keyed. */
  long count();

  /** The last person came: from now on the package may be acknowledged and re-keyed. */
  void complete(ReceivedPackage whole);

  /** The package, once it came whole; stays when everybody is re-keyed. */
  Optional<ReceivedPackage> whole();

  /** Removes everything that came, when the package turns out to be incomplete. */
  void clear();
}
