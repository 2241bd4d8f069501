package io.safehand.bench;

import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.tree.TreeEdge;
import io.safehand.server.base.keys.Keys;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The tree of the log in memory against a bare loop of SHA-256; lines a sync on both of its folders, many against one;
 * and the proof of a line of a long log against the time that one may wait.
 */
final class LedgerMeasure implements Measure {
  private static final int LINE_BYTES = 200;
  private static final int SYNCS = 100;
  private static final int AT_ONCE = 100;
  private static final int PILE = 20_000;
  private static final int PROOFS = 200;
  private static final double LIMIT_MILLIS = 5;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    memory(ground, report);
    Path folder = Files.createDirectories(ground.customers().folder().resolve("ledger"));
    SigningKeys keys = ground.product().door(Keys.class).signing();
    String origin = keys.name() + "/bench";
    try (LedgerLog log = LedgerLog
        .open(new LogPlace(origin, folder.resolve("first"), folder.resolve("second")), List.of())) {
      List<Figures> synced = Timing.inTurns(ground.rounds(),
          List.of(Timing.rate((long) SYNCS * AT_ONCE, () -> append(log, SYNCS, AT_ONCE)),
              Timing.rate(SYNCS, () -> append(log, SYNCS, 1))));
      report.line("ledger 100 lines a sync", "lines/s", synced.get(0), "1 line a sync", synced.get(1),
          Goal.atLeast(70));
      append(log, Math.max(1, 10 * ground.people() / PILE), PILE);
      SignedNote note = keys.sign(log.checkpoint());
      report.line("ledger proof among " + log.size(), "ms", Figures.of(proofs(log, note)), "limit",
          Figures.of(LIMIT_MILLIS), Goal.atMost(1));
    }
  }

  private static void memory(Ground ground, Report report) throws Exception {
    int lines = 5 * ground.people();
    byte[] line = line(1);
    List<Figures> figures = Timing.inTurns(ground.rounds() + 1, List.of(Timing.rate(lines, () -> {
      TreeEdge tree = new TreeEdge();
      for (int i = 0; i < lines; i++) {
        ByteBuffer.wrap(line).putInt(0, i);
        tree.append(line);
      }
      tree.root();
    }), Timing.rate(lines, () -> new BareTree().append(lines, line))));
    report.line("ledger in memory", "lines/s", figures.get(0), "bare SHA-256 loop", figures.get(1),
        Goal.atLeast(0.8));
  }

  private static void append(LedgerLog log, int syncs, int lines) {
    for (int i = 0; i < syncs; i++) {
      log.append(Collections.nCopies(lines, line(i)));
    }
  }

  private static double[] proofs(LedgerLog log, SignedNote note) throws Exception {
    Random random = new Random(1);
    double[] millis = new double[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      long number = random.nextLong(log.size());
      millis[i] = 1_000 * Timing.seconds(() -> log.prove(number, note));
    }
    return millis;
  }

  private static byte[] line(int seed) {
    byte[] line = new byte[LINE_BYTES];
    new Random(seed).nextBytes(line);
    return line;
  }
}
