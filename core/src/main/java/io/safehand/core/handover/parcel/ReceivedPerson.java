package io.safehand.core.handover.parcel;

import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.vault.KeyEntry;
import java.util.List;

/** One person out of a package, with the keys that came along. Closing overwrites the keys. */
public record ReceivedPerson(MovedPerson person, List<KeyEntry> keys) implements AutoCloseable {
  public ReceivedPerson {
    keys = List.copyOf(keys);
  }

  @Override
  public void close() {
    keys.forEach(KeyEntry::close);
  }
}
