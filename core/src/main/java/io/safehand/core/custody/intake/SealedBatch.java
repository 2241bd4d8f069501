package io.safehand.core.custody.intake;

import io.safehand.core.custody.stored.IntakeBatch;

import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.MerkleTree;
import io.safehand.core.vault.KeyEntry;
import java.util.List;

/**
 * A batch that is sealed and not yet written.
 *
 * @param firstLeaf the first of the key tree's leaf pages that {@code keys} fill, one after the other
 * @param leaves one hash a record, 32 bytes each
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, passed on and never compared
public record SealedBatch(List<IntakeBatch.Entry> entries, int firstLeaf, List<KeyEntry> keys,
    byte[] leaves) implements AutoCloseable {
  static final int LEAF_BYTES = 32;

  /** Zeroes the keys, whether or not they were written. */
  @Override
  public void close() {
    keys.forEach(KeyEntry::close);
  }

  /** The Merkle root over the records' hashes, which the batch's ledger line holds. */
  public static Hash root(byte[] leaves) {
    MerkleTree tree = new MerkleTree();
    for (int at = 0; at < leaves.length; at += LEAF_BYTES) {
      tree.append(leaves, at, LEAF_BYTES);
    }
    return tree.root();
  }
}
