package io.safehand.bench;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.person.PersonId;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Erasing people for good, from the order until no copy of the old root is left: one alone in a small and in a large
 * company, and sixteen at once, against transactions that insert one row of the size of a record.
 */
final class EraseMeasure implements Measure {
  private static final int SMALL = 10_000;
  private static final int ALONE = 9;
  private static final int AT_ONCE = 16;
  private static final int BATCHES = 5;
  private static final int ROW_BYTES = 283;
  private static final int INSERTS = 200;
  private static final double LIMIT_MILLIS = 20;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Victims small = Victims.of(ground, Math.min(SMALL, ground.people()));
    Victims large = Victims.of(ground, ground.people());
    ground.peers().prepare("create table bench.inserted (id uuid primary key, sealed bytea not null)");
    List<Figures> figures = Timing.inTurns(ground.rounds(),
        List.of(small::aloneMillis, large::aloneMillis, () -> BATCHES * AT_ONCE / large.batchSeconds(),
            () -> INSERTS / Timing.seconds(() -> insert(ground.peers()))));
    report.line("erase one", "ms", figures.get(1), "the same among " + small.people, figures.get(0),
        Goal.atMost(2));
    report.line("erase one", "ms", figures.get(1), "limit", Figures.of(LIMIT_MILLIS), Goal.atMost(1));
    report.line("erase 16 at once", "people/s", figures.get(2),
        "single-row INSERT transactions, 1 connection", figures.get(3), Goal.atLeast(0.5));
  }

  private static void insert(Peers peers) throws Exception {
    byte[] row = new byte[ROW_BYTES];
    try (Connection connection = peers.connect();
        PreparedStatement insert = connection.prepareStatement("insert into bench.inserted values (?, ?)")) {
      for (int i = 0; i < INSERTS; i++) {
        insert.setObject(1, UUID.randomUUID());
        insert.setBytes(2, row);
        insert.executeUpdate();
      }
    }
  }

  /** People of one company in the order in which they will go: neighbours come from different key pages. */
  private static final class Victims {
    private final long people;
    private final List<PersonId> waiting;
    private final Shredding shredding;

    private Victims(long people, List<PersonId> waiting, Shredding shredding) {
      this.people = people;
      this.waiting = waiting;
      this.shredding = shredding;
    }

    static Victims of(Ground ground, int people) throws Exception {
      Product product = ground.product();
      Staffed company = Staffed.found(product);
      long imported = company.take(ground.customers().file(people));
      Vaults vaults = product.door(Vaults.class);
      return new Victims(imported, spread(company, vaults, ground.rounds() * (ALONE + BATCHES * AT_ONCE)),
          new Shredding(vaults.of(company.company()), vaults.store(company.company()),
              product.door(Clock.class), product.door(SecureRandom.class)));
    }

    private static List<PersonId> spread(Staffed company, Vaults vaults, int wanted) {
      int leaves = vaults.leaves(company.company());
      int step = Math.max(1, leaves / wanted);
      List<List<SealedRecord>> pages = new ArrayList<>();
      for (int leaf = 0; leaf < leaves && pages.size() < wanted; leaf += step) {
        int first = leaf;
        pages.add(vaults.store(company.company()).together(custody -> custody.records().inLeaves(first, 1)));
      }
      List<PersonId> spread = new ArrayList<>();
      for (int row = 0; spread.size() < wanted; row++) {
        for (List<SealedRecord> page : pages) {
          if (row < page.size()) {
            spread.add(page.get(row).person());
          }
        }
      }
      return spread;
    }

    double aloneMillis() throws Exception {
      double[] millis = new double[ALONE];
      for (int i = 0; i < ALONE; i++) {
        millis[i] = 1_000 * Timing.seconds(() -> shred(1));
      }
      return Figures.of(millis).median();
    }

    double batchSeconds() throws Exception {
      return Timing.seconds(() -> {
        for (int i = 0; i < BATCHES; i++) {
          shred(AT_ONCE);
        }
      });
    }

    private void shred(int count) {
      List<PersonId> next = waiting.subList(0, count);
      Shredding.Shredded done = shredding.shred(next.stream().map(Shredding.Order::destroy).toList(),
          new Errand("bench", "retention", "bench", ""));
      if (done.destroyed() != count || !done.unconfirmed().isEmpty()) {
        throw new IllegalStateException("not everybody was erased");
      }
      next.clear();
    }
  }
}
