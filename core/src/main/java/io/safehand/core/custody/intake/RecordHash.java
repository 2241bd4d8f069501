package io.safehand.core.custody.intake;

import io.safehand.core.hash.Sha256;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.IntakeBatch;

import io.safehand.core.person.RecordId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/** What a write line commits to for one record: SHA-256 over record id and sealed groups, versions included. */
public final class RecordHash {
  private RecordHash() {}

  /** The hashes of all records, one after the other. */
  public static byte[] all(List<IntakeBatch.Entry> entries) {
    MessageDigest sha256 = Sha256.digest();
    ByteBuffer hashes = ByteBuffer.allocate(entries.size() * SealedBatch.LEAF_BYTES);
    entries.forEach(entry -> hashes.put(of(sha256, entry.record())));
    return hashes.array();
  }

  static byte[] of(MessageDigest sha256, SealedRecord record) {
    ByteBuffer id = ByteBuffer.allocate(RecordId.BYTES);
    record.record().write(id);
    sha256.update(id.array());
    return sha256.digest(record.groups());
  }
}
