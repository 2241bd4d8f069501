package io.safehand.server.custody.records;

import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.LedgerLines;
import io.safehand.core.custody.stored.ReceivedRecords;
import io.safehand.core.custody.stored.SealedRecords;
import io.safehand.core.custody.stored.Trees;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.Consents;
import java.util.List;
import java.util.function.Function;

/** One company's custody in PostgreSQL. */
record CompanyStore(Storage storage, Consents consents, List<RowsAboutPeople> others, Ledger ledgers,
    Keys keys, CompanyId company) implements CustodyStore, Custody {
  @Override
  public <T> T together(Function<Custody, T> work) {
    return storage.in(company, () -> work.apply(this));
  }

  @Override
  public <T> T inSnapshot(Function<Custody, T> work) {
    return storage.inSnapshot(company, () -> work.apply(this));
  }

  @Override
  public SealedRecords records() {
    return new RecordTable(storage, consents, others, company);
  }

  @Override
  public ReceivedRecords received(TreeId tree) {
    return new ReceivedTable(storage, company, tree);
  }

  @Override
  public KeyPages pages() {
    return keys.pages(company);
  }

  @Override
  public Trees trees() {
    return keys.trees(company);
  }

  @Override
  public LedgerLines ledger() {
    return line -> ledgers.write(company, line);
  }
}
