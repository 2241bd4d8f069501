package io.safehand.core.custody.keys;

import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeErasure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Erases keys of one tree, so that no old copy of anything gives them back.
 *
 * <p>The next root is durable in every copy before the transaction begins; the rewritten pages are read back and
 * durable in the second place before the old root is erased. One erasure at a time; whatever interrupts one is
 * finished by the next, or when the tree is opened again.
 */
public final class Eraser {
  private final OpenTree tree;
  private final CustodyStore store;
  private final Roots slots;
  private final SecondPlace second;
  /** Pages were rewritten and are not yet read back and durable in the second place. */
  private boolean unfinished;

  Eraser(OpenTree tree, CustodyStore store, Roots slots, SecondPlace second) {
    this.tree = tree;
    this.store = store;
    this.slots = slots;
    this.second = second;
  }

  /**
   * Erases what the work names. A key that is not where its record says undoes everything: {@link KeyMissing}.
   *
   * @param work does the rest of the act in the same transaction, with the tree under its old root
   */
  synchronized Erased erase(Function<Custody, Work> work) {
    settle();
    finish();
    RootId old = tree.roots().current();
    RootKey next = tree.drawRoot();
    slots.store(next);
    tree.roots().expect(next);
    Attempt attempt = attempt(work, next);
    if (!attempt.erasure().changed()) {
      tree.roots().forget();
      return new Erased(0, eraseOthers(next.id()));
    }
    unfinished = true;
    makeDurable(attempt);
    unfinished = false;
    tree.become();
    return new Erased(attempt.erasure().erased(), eraseOthers(old));
  }

  private Attempt attempt(Function<Custody, Work> work, RootKey next) {
    try {
      return store.together(custody -> attempt(custody, work.apply(custody), next));
    } catch (RuntimeException failed) {
      try {
        settle();
        finish();
      } catch (RuntimeException again) {
        failed.addSuppressed(again);
      }
      throw failed;
    }
  }

  private Attempt attempt(Custody custody, Work work, RootKey next) {
    TreeState state = custody.trees().lock(tree.name().tree());
    TreeErasure erasure = tree.on(custody, state,
        keys -> work.epochs().isEmpty()
            ? keys.erase(work.places(), next)
            : keys.eraseEpochs(work.epochs(), next));
    if (!erasure.missing().isEmpty()) {
      throw new KeyMissing(erasure.missing().getFirst().person());
    }
    work.written().forEach(filled -> second.require(filled.replaced()));
    second.require(erasure.replaced());
    TreeState then = state.under(next.id());
    if (erasure.changed()) {
      custody.trees().save(then);
    }
    return new Attempt(then, work.written(), erasure);
  }

  /** Compares the rewritten pages with what they were and logs them behind all that was written before. */
  private void makeDurable(Attempt attempt) {
    List<SealedPage> readBack = new ArrayList<>(attempt.erasure().pagesWritten());
    store.together(custody -> tree.on(custody, attempt.state(), keys -> {
      keys.check(attempt.erasure(), readBack::add);
      return readBack;
    }));
    attempt.filled().forEach(second::add);
    second.add(new WrittenPages(attempt.state().version(), readBack, attempt.erasure().removed()));
    if (!second.hasAll(attempt.state().version())) {
      second.replace(store.inSnapshot(tree::whole));
    }
    second.force();
  }

  /** After a failure the database says which root lives. */
  private void settle() {
    Optional<RootId> coming = tree.roots().coming();
    if (coming.isPresent()) {
      TreeState state = store.together(custody -> custody.trees().state(tree.name().tree()));
      if (coming.get().equals(state.root())) {
        unfinished = true;
        tree.become();
      } else {
        tree.roots().forget();
      }
    }
  }

  /** Finishes what a crash interrupted, when a tree is opened. */
  synchronized void resume(TreeState state) {
    unfinished = second.version() < state.version()
        || slots.listed().stream().anyMatch(other -> !other.equals(state.root()));
    finish();
  }

  /** Repeats the last steps of an interrupted erasure: reads every page, makes all durable, erases other roots. */
  private void finish() {
    if (unfinished) {
      second.replace(store.inSnapshot(tree::whole));
      second.force();
      unfinished = false;
    }
    eraseOthers(tree.roots().current());
  }

  /** Erases this root, unless it is the one in use, and all that nothing names; names copies that could not confirm. */
  private List<String> eraseOthers(RootId old) {
    RootId living = tree.roots().current();
    Set<RootId> others = new LinkedHashSet<>(slots.listed());
    others.add(old);
    others.remove(living);
    return others.stream().flatMap(other -> slots.erase(other).stream()).distinct().toList();
  }

  /**
   * What an act erases, and what it filled before in the same transaction.
   *
   * @param epochs index epochs to erase instead of people
   */
  public record Work(List<KeyPlace> places, Set<Long> epochs, List<WrittenPages> written) {}

  /** What an erasure came to; unconfirmed copies keep it from being done. */
  public record Erased(int erased, List<String> unconfirmed) {}

  /** @param state as the transaction left it, when the erasure changed anything */
  private record Attempt(TreeState state, List<WrittenPages> filled, TreeErasure erasure) {}
}
