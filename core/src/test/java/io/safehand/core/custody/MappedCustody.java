package io.safehand.core.custody;

import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/** A database for key trees that loses nothing when the process is killed: two halves, one of which counts. */
final class MappedCustody implements CustodyStore {
  private static final int HALF = 1 << 20;
  private static final int FIRST = 8;
  private final Faults none = new Faults();
  private final MappedByteBuffer memory;
  private CustodyState state;

  MappedCustody(Path file) {
    memory = MappedFile.open(file, FIRST + 2 * HALF);
    state = read(memory.slice(half(), HALF));
  }

  private int half() {
    return FIRST + memory.getInt(0) * HALF;
  }

  @Override
  public synchronized <T> T together(Function<Custody, T> work) {
    CustodyState changed = state.copy();
    T answer = work.apply(new OpenCustody(changed, new CustodyPast(), none, false, false));
    if (changed.written) {
      int other = 1 - memory.getInt(0);
      write(changed, memory.slice(FIRST + other * HALF, HALF));
      memory.putInt(0, other);
      state = changed;
    }
    return answer;
  }

  @Override
  public synchronized <T> T inSnapshot(Function<Custody, T> work) {
    return work.apply(new OpenCustody(state.copy(), new CustodyPast(), none, true, false));
  }

  CustodyState stored() {
    return state;
  }

  private static void write(CustodyState state, ByteBuffer to) {
    to.putInt(state.trees.size());
    for (TreeState tree : state.trees.values()) {
      put(to, tree.tree().value());
      tree.root().write(to);
      to.putLong(tree.version()).putInt(tree.nextLeaf()).putLong(tree.epoch());
    }
    to.putInt(state.pages.size());
    for (SealedPage page : state.pages.values()) {
      put(to, page.address().tree().company().value());
      put(to, page.address().tree().tree().value());
      to.putInt(page.address().level()).putInt(page.address().number()).putInt(page.suite().number());
      page.pageKey().write(to);
      to.putLong(page.version()).put(page.sealed());
    }
  }

  private static CustodyState read(ByteBuffer from) {
    CustodyState state = new CustodyState();
    for (int left = from.getInt(); left > 0; left--) {
      state.put(new TreeState(new TreeId(id(from)), RootId.read(from), from.getLong(), from.getInt(),
          from.getLong()));
    }
    for (int left = from.getInt(); left > 0; left--) {
      TreeName tree = new TreeName(new CompanyId(id(from)), new TreeId(id(from)));
      PageAddress address = new PageAddress(tree, from.getInt(), from.getInt());
      Suite suite = Suite.ofNumber(from.getInt());
      KeyId key = KeyId.read(from);
      long version = from.getLong();
      byte[] sealed = new byte[SealedPage.SEALED_BYTES];
      from.get(sealed);
      state.pages.put(address, new SealedPage(address, suite, key, version, sealed));
    }
    return state;
  }

  private static void put(ByteBuffer to, UUID id) {
    to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID id(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }
}
