package io.safehand.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file checked, sealed, committed, indexed and in the ledger, against the same database that gets the same people
 * in other ways. One import before warms the product. Everybody ends searchable by four values; only writing the CSV file is left out.
 */
final class IntakeMeasure implements Measure {
  private static final String NAME = "intake";
  private static final String UNIT = "people/s";
  /** The slow peer needs a second for a thousand. */
  private static final int FEW = 2_000;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    int people = ground.people();
    Path file = ground.customers().file(people);
    SameBytes bytes = new SameBytes(ground.peers(), ground.customers().folder());
    Plaintext plaintext = new Plaintext(ground.peers());
    Pgcrypto pgcrypto = new Pgcrypto(ground.peers());
    EncryptingProxy proxy = new EncryptingProxy(ground.peers());
    own(ground.product(), file, bytes);
    List<Figures> figures = Timing.inTurns(ground.rounds(),
        List.of(() -> own(ground.product(), file, bytes), () -> people / bytes.seconds(1),
            () -> people / bytes.seconds(2), () -> people / plaintext.seconds(file),
            () -> people / pgcrypto.seconds(file, Pgcrypto.Way.RAW),
            () -> few(people) / pgcrypto.seconds(ground.customers().file(few(people)), Pgcrypto.Way.PGP),
            () -> people / proxy.seconds(file)));
    Figures own = figures.getFirst();
    report.line(NAME, UNIT, own, "COPY of the same bytes and indexes, 1 connection", figures.get(1),
        Goal.atLeast(0.60));
    report.line(NAME, UNIT, own, "COPY of the same bytes and indexes, 2 connections", figures.get(2),
        Goal.atLeast(0.60));
    report.line(NAME, UNIT, own, "plaintext COPY + four B-trees", figures.get(3), Goal.atLeast(0.90));
    report.line(NAME, UNIT, own, "pgcrypto encrypt() + hmac", figures.get(4), Goal.atLeast(3));
    report.line(NAME, UNIT, own, "pgcrypto pgp_sym_encrypt, defaults", figures.get(5), Goal.atLeast(200));
    report.line(NAME, UNIT, own, "encrypting JDBC batches of 1000 (stands in for a proxy)", figures.get(6),
        Goal.atLeast(5));
  }

  private static int few(int people) {
    return Math.min(people, FEW);
  }

  /** Imports into a new company, which is then taken apart for {@link SameBytes}. */
  private static double own(Product product, Path file, SameBytes bytes) throws Exception {
    Staffed company = Staffed.found(product);
    long[] imported = new long[1];
    double seconds = Timing.seconds(() -> imported[0] = company.take(file));
    bytes.take(company);
    return imported[0] / seconds;
  }
}
