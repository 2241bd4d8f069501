package io.safehand.core.bulk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs rows through an act on this machine: one reader, several workers, and never more than two waiting batches
 * a worker, so that a slow database slows the reader down instead of filling the memory.
 *
 * <p>The first failure stops the run: workers that wait are interrupted, what they have under way is finished or
 * undone by them, nothing new is begun, and the failure is thrown to the caller. An interrupt does the same.
 *
 * @param <R> the row
 */
public final class LocalRun<R> {
  private final int batchRows;
  private final List<? extends BatchAct<R>> workers;
  private final Consumer<Tally> progress;
  private final BlockingQueue<Batch<R>> waiting;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Tally tally = new Tally();
  private volatile boolean read;

  /** @param progress told after every batch, from the worker's thread */
  public LocalRun(int batchRows, List<? extends BatchAct<R>> workers, Consumer<Tally> progress) {
    this.batchRows = batchRows;
    this.workers = List.copyOf(workers);
    this.progress = progress;
    this.waiting = new ArrayBlockingQueue<>(workers.size() * 2);
  }

  /** Runs to the end and returns the counts. */
  public Tally run(Iterator<R> rows) throws Exception {
    List<Thread> threads = workers.stream().map(this::start).toList();
    try {
      feed(rows);
    } catch (InterruptedException stopped) {
      failure.compareAndSet(null, stopped);
    } catch (RuntimeException unreadable) {
      failure.compareAndSet(null, unreadable);
    } finally {
      read = true;
    }
    for (Thread thread : threads) {
      join(thread, threads);
    }
    rethrow(failure.get());
    return tally;
  }

  private void feed(Iterator<R> rows) throws InterruptedException {
    long number = 0;
    while (rows.hasNext() && failure.get() == null) {
      List<R> filled = new ArrayList<>(batchRows);
      while (filled.size() < batchRows && rows.hasNext()) {
        filled.add(rows.next());
      }
      Batch<R> batch = new Batch<>(number++, filled);
      while (!waiting.offer(batch, 100, TimeUnit.MILLISECONDS) && failure.get() == null) {
        // the workers are behind: wait for one of them
      }
    }
  }

  private Thread start(BatchAct<R> act) {
    return Thread.ofPlatform().name("bulk-worker").start(() -> work(act));
  }

  private void work(BatchAct<R> act) {
    try {
      while (failure.get() == null) {
        Batch<R> batch = waiting.poll(20, TimeUnit.MILLISECONDS);
        if (batch != null) {
          tally.add(act.act(batch));
          progress.accept(tally);
        } else if (read && waiting.isEmpty()) {
          return;
        }
      }
    } catch (Throwable broken) {
      failure.compareAndSet(null, broken);
    }
  }

  private void join(Thread thread, List<Thread> all) {
    while (thread.isAlive()) {
      try {
        thread.join(50);
      } catch (InterruptedException stopped) {
        failure.compareAndSet(null, stopped);
      }
      if (failure.get() != null) {
        all.forEach(Thread::interrupt);
      }
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws Exception {
    switch (failure) {
      case null -> {
        return;
      }
      case Exception exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
