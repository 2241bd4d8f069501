package io.safehand.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalRunTest {
  @Test
  void runsEveryRowOnceAndCounts() throws Exception {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    BatchAct<Integer> act = batch -> batch.rows().stream().map(row -> {
      assertThat(seen.add(row)).isTrue();
      return row % 10 == 0
          ? (RowResult) new RowResult.Rejected(row, "row.duplicate")
          : new RowResult.Done(row, row % 2 == 0 ? List.of("mobile:mobile.length") : List.of());
    }).toList();

    Tally tally = new LocalRun<>(64, List.of(act, act, act), counts -> {}).run(rows(10_000));

    assertThat(seen).hasSize(10_000);
    assertThat(tally.done()).isEqualTo(9_000);
    assertThat(tally.rejections()).containsEntry("row.duplicate", 1_000L);
    assertThat(tally.leftOut()).containsEntry("mobile:mobile.length", 4_000L);
  }

  @Test
  void readsNoFurtherThanTheWorkersCanFollow() throws Exception {
    AtomicInteger read = new AtomicInteger();
    CountDownLatch firstBatch = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    BatchAct<Integer> slow = batch -> {
      firstBatch.countDown();
      goOn.await();
      return List.of();
    };
    Thread runner = Thread.ofPlatform().start(() -> run(slow, counting(rows(1_000), read)));
    firstBatch.await();
    while (read.get() < 40) {
      Thread.onSpinWait();
    }
    assertThat(read.get()).isLessThanOrEqualTo(40);
    goOn.countDown();
    runner.join();
    assertThat(read).hasValue(1_000);
  }

  @Test
  void stopsAtTheFirstFailureAndTellsIt() {
    AtomicInteger batches = new AtomicInteger();
    BatchAct<Integer> failing = batch -> {
      if (batches.incrementAndGet() == 3) {
        throw new IOException("the database is gone");
      }
      return List.of();
    };
    assertThatThrownBy(() -> new LocalRun<>(10, List.of(failing), counts -> {}).run(rows(1_000_000)))
        .isInstanceOf(IOException.class)
        .hasMessage("the database is gone");
    assertThat(batches).hasValue(3);
  }

  @Test
  void tellsAnUnreadableSource() {
    Iterator<Integer> broken = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Integer next() {
        throw new IllegalStateException("row 7 is damaged");
      }
    };
    assertThatThrownBy(() -> new LocalRun<Integer>(10, List.of(batch -> List.of()), counts -> {}).run(broken))
        .hasMessage("row 7 is damaged");
  }

  private static void run(BatchAct<Integer> act, Iterator<Integer> rows) {
    try {
      new LocalRun<>(10, List.of(act), counts -> {}).run(rows);
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static Iterator<Integer> rows(int count) {
    return IntStream.range(0, count).iterator();
  }

  private static Iterator<Integer> counting(Iterator<Integer> rows, AtomicInteger read) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Integer next() {
        read.incrementAndGet();
        return rows.next();
      }
    };
  }
}
