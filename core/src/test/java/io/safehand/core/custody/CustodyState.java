package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.ReceivedPackage;
import io.safehand.core.custody.stored.ReceivedRecord;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one company's store holds at one moment; each transaction works on a copy of its own. */
public final class CustodyState {
  final Map<PersonId, SealedRecord> records = new LinkedHashMap<>();
  final Map<TreeId, Map<PersonId, ReceivedRecord>> received = new HashMap<>();
  final Map<TreeId, ReceivedPackage> packages = new HashMap<>();
  final Map<PageAddress, SealedPage> pages = new HashMap<>();
  final Map<TreeId, TreeState> trees = new HashMap<>();
  final Map<Long, Map<PersonId, long[]>> tags = new HashMap<>();
  final Map<PersonId, Long> rows = new HashMap<>();
  final Map<PersonId, Map<Purpose, StandingAnswer>> answers = new HashMap<>();
  final List<IntakeBatch> batches = new ArrayList<>();
  final List<LedgerLine> lines = new ArrayList<>();
  boolean written;

  CustodyState copy() {
    CustodyState copy = new CustodyState();
    copy.records.putAll(records);
    received.forEach((tree, people) -> copy.received.put(tree, new LinkedHashMap<>(people)));
    copy.packages.putAll(packages);
    copy.pages.putAll(pages);
    copy.trees.putAll(trees);
    tags.forEach((epoch, people) -> copy.tags.put(epoch, new HashMap<>(people)));
    copy.rows.putAll(rows);
    copy.answers.putAll(answers);
    copy.batches.addAll(batches);
    copy.lines.addAll(lines);
    return copy;
  }

  public Collection<SealedRecord> records() {
    return List.copyOf(records.values());
  }

  public Collection<ReceivedRecord> received() {
    return received.values().stream().flatMap(people -> people.values().stream()).toList();
  }

  public Collection<SealedPage> pages() {
    return List.copyOf(pages.values());
  }

  public List<LedgerLine> lines() {
    return List.copyOf(lines);
  }

  public List<IntakeBatch> batches() {
    return List.copyOf(batches);
  }

  public Map<PersonId, Map<Purpose, StandingAnswer>> answers() {
    return Map.copyOf(answers);
  }

  /** Who came from this row of the source. */
  public Optional<PersonId> ofRow(long row) {
    return rows.entrySet()
        .stream()
        .filter(entry -> entry.getValue() == row)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All tags of an epoch. */
  public Set<Long> tags(long epoch) {
    return tags.getOrDefault(epoch, Map.of())
        .values()
        .stream()
        .flatMap(some -> Arrays.stream(some).boxed())
        .collect(Collectors.toSet());
  }

  public List<PersonId> tagged(long epoch, long tag) {
    return tags.getOrDefault(epoch, Map.of())
        .entrySet()
        .stream()
        .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(one -> one == tag))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public TreeState tree(TreeId tree) {
    return Optional.ofNullable(trees.get(tree)).orElseThrow(() -> new IllegalStateException("no such tree"));
  }

  /** Puts a row in place of the person's, whatever it says. */
  public void put(SealedRecord record) {
    records.put(record.person(), record);
  }

  /** The same with a row of what came under this tree. */
  public void put(TreeId tree, ReceivedRecord came) {
    Optional.ofNullable(received.get(tree)).orElseThrow().put(came.record().person(), came);
  }

  public void put(TreeState tree) {
    trees.put(tree.tree(), tree);
  }

  void untag(PersonId person) {
    tags.values().forEach(people -> people.remove(person));
  }
}
