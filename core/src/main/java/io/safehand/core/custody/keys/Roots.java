package io.safehand.core.custody.keys;

import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.util.List;

/** The root slots of one key tree: small values outside the database that can be erased, in every listed copy. */
public interface Roots {
  /** Opens the root from any copy that has it; the caller closes it. Throws when no copy has it. */
  RootKey load(RootId root);

  /** Returns when the root is durable in every listed copy and was read back from each. */
  void store(RootKey root);

  /** Erases the root in every copy; names the copies that could not confirm. Erasing what is gone is no error. */
  List<String> erase(RootId root);

  /** Every root of this tree that some copy still has. */
  List<RootId> listed();
}
