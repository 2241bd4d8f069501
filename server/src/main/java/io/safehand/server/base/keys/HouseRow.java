package io.safehand.server.base.keys;

import io.safehand.core.vault.tree.RootId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the database says of the house: its public name, and the id of the root that it lives under. */
@Component
final class HouseRow {
  record House(String name, RootId root) {}

  private final Storage storage;

  HouseRow(Storage storage) {
    this.storage = storage;
  }

  Optional<House> read() {
    return storage.inNone(() -> storage.jdbc()
        .sql("select name, root_id from keys.house")
        .query((row, n) -> new House(row.getString(1), RootId.read(ByteBuffer.wrap(row.getBytes(2)))))
        .optional());
  }

  void add(House house) {
    storage.inNone(() -> storage.jdbc()
        .sql("insert into keys.house (name, root_id) values (?, ?)")
        .params(house.name(), StoredPages.bytes(house.root().key()))
        .update());
  }
}
