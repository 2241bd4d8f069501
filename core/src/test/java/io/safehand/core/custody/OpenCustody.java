package io.safehand.core.custody;

import io.safehand.core.custody.stored.Trees;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.LedgerLines;
import io.safehand.core.custody.stored.SealedRecords;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.ReceivedPackage;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.ReceivedRecords;
import io.safehand.core.custody.stored.ReceivedRecord;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction on a copy of the state. Every call at it is a place where the process may stop. */
final class OpenCustody implements Custody {
  private final CustodyState own;
  private final CustodyPast past;
  private final Faults faults;
  private final boolean readOnly;
  private final boolean ledgerClosed;

  OpenCustody(CustodyState own, CustodyPast past, Faults faults, boolean readOnly, boolean ledgerClosed) {
    this.own = own;
    this.past = past;
    this.faults = faults;
    this.readOnly = readOnly;
    this.ledgerClosed = ledgerClosed;
  }

  private CustodyState seen() {
    faults.pass();
    return own;
  }

  private CustodyState changing() {
    faults.pass();
    if (readOnly) {
      throw new IllegalStateException("a snapshot is only read");
    }
    own.written = true;
    return own;
  }

  @Override
  public SealedRecords records() {
    return new Records();
  }

  @Override
  public ReceivedRecords received(TreeId tree) {
    return new Received(tree);
  }

  @Override
  public KeyPages pages() {
    return new Pages();
  }

  @Override
  public Trees trees() {
    return new OpenTrees();
  }

  @Override
  public LedgerLines ledger() {
    return this::write;
  }

  private void write(LedgerLine line) {
    faults.pass();
    if (ledgerClosed) {
      throw new LedgerClosed();
    }
    own.lines.add(line);
  }

  private static boolean inLeaves(SealedRecord record, int firstLeaf, int count) {
    int leaf = record.slot() / PageAddress.PAGE_ENTRIES;
    return leaf >= firstLeaf && leaf < firstLeaf + count;
  }

  /** No line can be written. */
  static final class LedgerClosed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final class Records implements SealedRecords {
    @Override
    public void add(IntakeBatch batch) {
      CustodyState state = changing();
      state.batches.add(batch);
      for (IntakeBatch.Entry entry : batch.entries()) {
        PersonId person = entry.record().person();
        if (state.records.putIfAbsent(person, entry.record()) != null) {
          throw new IllegalStateException("this person is in the vault");
        }
        state.rows.put(person, entry.row());
        state.answers.put(person, entry.answers());
        past.keep(entry.record());
        tag(state, batch.epoch(), person, entry.tags());
      }
    }

    private void tag(CustodyState state, long epoch, PersonId person, long[] tags) {
      state.tags.computeIfAbsent(epoch, number -> new HashMap<>()).put(person, tags.clone());
      past.keep(epoch, tags);
    }

    @Override
    public boolean isEmpty() {
      return seen().records.isEmpty();
    }

    @Override
    public Set<Long> known(long epoch, long[] identities) {
      Set<Long> all = seen().tags(epoch);
      Set<Long> known = new HashSet<>();
      for (long tag : identities) {
        if (all.contains(tag)) {
          known.add(tag);
        }
      }
      return known;
    }

    @Override
    public Optional<SealedRecord> find(PersonId person) {
      return Optional.ofNullable(seen().records.get(person));
    }

    @Override
    public List<SealedRecord> inLeaves(int firstLeaf, int count) {
      return seen().records.values()
          .stream()
          .filter(record -> OpenCustody.inLeaves(record, firstLeaf, count))
          .sorted(Comparator.comparingInt(SealedRecord::slot))
          .toList();
    }

    @Override
    public List<SealedRecord> heldInLeaves(int firstLeaf, int count) {
      return inLeaves(firstLeaf, count);
    }

    @Override
    public List<PersonId> tagged(long epoch, long tag, int limit) {
      return seen().tagged(epoch, tag).stream().limit(limit).toList();
    }

    @Override
    public void replace(List<SealedRecord> changed) {
      CustodyState state = changing();
      for (SealedRecord record : changed) {
        if (state.records.replace(record.person(), record) == null) {
          throw new IllegalStateException("this person is not in the vault");
        }
        state.untag(record.person());
        past.keep(record);
      }
    }

    @Override
    public void remove(Collection<PersonId> people) {
      CustodyState state = changing();
      for (PersonId person : people) {
        state.records.remove(person);
        state.rows.remove(person);
        state.answers.remove(person);
        state.untag(person);
      }
    }

    @Override
    public void addTags(long epoch, Map<PersonId, long[]> tags) {
      CustodyState state = changing();
      if (!state.records.keySet().containsAll(tags.keySet())) {
        throw new IllegalStateException("this person is not in the vault");
      }
      tags.forEach((person, own) -> tag(state, epoch, person, own));
    }

    @Override
    public void removeTags(long epoch) {
      changing().tags.remove(epoch);
    }
  }

  private final class Received implements ReceivedRecords {
    private final TreeId tree;

    Received(TreeId tree) {
      this.tree = tree;
    }

    private Map<PersonId, ReceivedRecord> of(CustodyState state) {
      return state.received.computeIfAbsent(tree, first -> new LinkedHashMap<>());
    }

    @Override
    public void add(List<ReceivedRecord> records) {
      CustodyState state = changing();
      for (ReceivedRecord record : records) {
        if (of(state).putIfAbsent(record.record().person(), record) != null) {
          throw new IllegalStateException("this person was received");
        }
        past.keep(record.record());
      }
    }

    @Override
    public List<ReceivedRecord> inLeaves(int firstLeaf, int count) {
      return of(seen()).values()
          .stream()
          .filter(received -> OpenCustody.inLeaves(received.record(), firstLeaf, count))
          .sorted(Comparator.comparingInt(received -> received.record().slot()))
          .toList();
    }

    @Override
    public void remove(Collection<PersonId> people) {
      people.forEach(of(changing())::remove);
    }

    @Override
    public long count() {
      return of(seen()).size();
    }

    @Override
    public void complete(ReceivedPackage whole) {
      changing().packages.put(tree, whole);
    }

    @Override
    public Optional<ReceivedPackage> whole() {
      return Optional.ofNullable(seen().packages.get(tree));
    }

    @Override
    public void clear() {
      of(changing()).clear();
    }
  }

  private final class Pages implements KeyPages {
    @Override
    public List<SealedPage> pages(Collection<PageAddress> addresses) {
      CustodyState state = seen();
      return addresses.stream()
          .flatMap(address -> Optional.ofNullable(state.pages.get(address)).stream())
          .toList();
    }

    @Override
    public void put(Collection<SealedPage> pages) {
      CustodyState state = changing();
      pages.forEach(page -> state.pages.put(page.address(), page));
      past.keep(pages);
    }

    @Override
    public void remove(Collection<PageAddress> addresses) {
      addresses.forEach(changing().pages::remove);
    }
  }

  private final class OpenTrees implements Trees {
    @Override
    public TreeState state(TreeId tree) {
      return seen().tree(tree);
    }

    @Override
    public Optional<TreeState> find(TreeId tree) {
      return Optional.ofNullable(seen().trees.get(tree));
    }

    @Override
    public TreeState lock(TreeId tree) {
      return seen().tree(tree);
    }

    @Override
    public void save(TreeState tree) {
      changing().put(tree);
    }

    @Override
    public int takeLeaves(TreeId tree, int count) {
      CustodyState state = changing();
      TreeState now = state.tree(tree);
      state.put(new TreeState(tree, now.root(), now.version(), now.nextLeaf() + count, now.epoch()));
      return now.nextLeaf();
    }

    @Override
    public void remove(TreeId tree) {
      CustodyState state = changing();
      state.trees.remove(tree);
      state.pages.keySet().removeIf(address -> address.tree().tree().equals(tree));
    }
  }
}
