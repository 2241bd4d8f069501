package io.safehand.bench;

import io.safehand.core.inventory.Purpose;
import io.safehand.server.custody.disclosure.Disclosures;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/**
 * One customer shown masked to staff through the door: rules, line durable before the answer, opened, masked; against a
 * SELECT of one plaintext row by its key over as many connections, and against bare syncs of a file. The product has no
 * read without a line, so four connections are measured with theirs too.
 */
final class ReadMeasure implements Measure {
  private static final int MOST_READS = 2_000;
  private static final String UNIT = "reads/s";
  private static final int SYNCS = 300;
  private static final int PREALLOCATED = 1 << 20;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().file(ground.people());
    TakenIn taken = TakenIn.of(ground.product(), file);
    Product product = ground.product();
    new Plaintext(ground.peers()).load(file);
    int reads = Math.min(MOST_READS, ground.people());
    Peers peers = ground.peers();
    List<Figures> figures = Timing.inTurns(ground.rounds(),
        List.of(() -> readsASecond(product, taken, 4, reads), () -> selectsASecond(peers, 4, reads),
            () -> readsASecond(product, taken, 16, reads), () -> selectsASecond(peers, 16, reads),
            () -> syncsASecond(ground.customers().folder())));
    Figures four = figures.get(0);
    Figures sixteen = figures.get(2);
    report.line("read, 4 connections", UNIT, four, "raw SELECT", figures.get(1), Goal.atLeast(0.70));
    report.line("read, 16 connections", UNIT, sixteen, "raw SELECT", figures.get(3), Goal.atLeast(0.33));
    report.line("read, 16 connections", UNIT, sixteen, "fdatasync", figures.get(4), Goal.atLeast(2.5));
  }

  private static double selectsASecond(Peers peers, int connections, int reads) throws Exception {
    return Crowd.rate(connections, reads, (first, things) -> {
      try (Connection connection = peers.connect();
          PreparedStatement select = connection
              .prepareStatement("select * from bench.plain where customer_no = ?")) {
        for (int i = 0; i < things; i++) {
          select.setString(1, "QL%07d".formatted(1 + (first + i * 7919L) % reads));
          try (ResultSet row = select.executeQuery()) {
            row.next();
          }
        }
      }
    });
  }

  private static double syncsASecond(Path folder) throws Exception {
    try (FileChannel file = FileChannel.open(folder.resolve("synced"), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(PREALLOCATED));
      file.force(true);
      return SYNCS / Timing.seconds(() -> {
        for (int i = 0; i < SYNCS; i++) {
          file.write(ByteBuffer.allocate(512), i * 512L);
          file.force(false);
        }
      });
    } finally {
      Files.delete(folder.resolve("synced"));
    }
  }

  private static double readsASecond(Product product, TakenIn taken, int threads, int reads)
      throws Exception {
    Disclosures disclosures = product.door(Disclosures.class);
    Purpose service = new Purpose("service");
    return Crowd.rate(threads, reads, (first, things) -> {
      for (int i = 0; i < things; i++) {
        disclosures.disclose(taken.company().company(), taken.staff(), taken.person(first, i), service,
            "service-desk", Optional.empty());
      }
    });
  }
}
