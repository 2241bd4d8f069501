package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.LedgerLines;
import io.safehand.core.custody.stored.ReceivedRecords;
import io.safehand.core.custody.stored.SealedRecords;
import io.safehand.core.custody.stored.Trees;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.TreeId;
import java.util.function.Consumer;
import java.util.function.Function;

/** A company's custody in which every line of an act is also told to whoever notes it, in the act's transaction. */
record SightStore(CustodyStore store, Consumer<LedgerLine> noting) implements CustodyStore {
  @Override
  public <T> T together(Function<Custody, T> work) {
    return store.together(custody -> work.apply(new Noted(custody, noting)));
  }

  @Override
  public <T> T inSnapshot(Function<Custody, T> work) {
    return store.inSnapshot(custody -> work.apply(new Noted(custody, noting)));
  }

  private record Noted(Custody custody, Consumer<LedgerLine> noting) implements Custody {
    @Override
    public SealedRecords records() {
      return custody.records();
    }

    @Override
    public KeyPages pages() {
      return custody.pages();
    }

    @Override
    public ReceivedRecords received(TreeId tree) {
      return custody.received(tree);
    }

    @Override
    public Trees trees() {
      return custody.trees();
    }

    @Override
    public LedgerLines ledger() {
      return line -> {
        custody.ledger().write(line);
        noting.accept(line);
      };
    }
  }
}
