package io.safehand.bench;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.records.Vaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One customer shown masked to staff through the door: rules, line durable before the answer, opened, masked; against a
 * SELECT of one plaintext row by its key over as many connections, and against bare syncs of a file. The product has no
 * read without a line, so four connections are measured with theirs too.
 */
final class ReadMeasure implements Measure {
  private static final int MOST_READS = 2_000;
  private static final String UNIT = "reads/s";
  private static final int LEAVES = 64;
  private static final int SYNCS = 300;
  private static final int PREALLOCATED = 1 << 20;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().file(ground.people());
    Door door = Door.open(ground.product(), file);
    new Plaintext(ground.peers()).load(file);
    int reads = Math.min(MOST_READS, ground.people());
    Peers peers = ground.peers();
    List<Figures> figures = Timing.inTurns(ground.rounds(),
        List.of(() -> door.readsASecond(4, reads), () -> selectsASecond(peers, 4, reads),
            () -> door.readsASecond(16, reads), () -> selectsASecond(peers, 16, reads),
            () -> syncsASecond(ground.customers().folder())));
    Figures four = figures.get(0);
    Figures sixteen = figures.get(2);
    report.line("read, 4 connections", UNIT, four, "raw SELECT", figures.get(1), Goal.atLeast(0.70));
    report.line("read, 16 connections", UNIT, sixteen, "raw SELECT", figures.get(3), Goal.atLeast(0.33));
    report.line("read, 16 connections", UNIT, sixteen, "fdatasync", figures.get(4), Goal.atLeast(2.5));
  }

  private static double selectsASecond(Peers peers, int connections, int reads) throws Exception {
    return together(connections, reads, first -> {
      try (Connection connection = peers.connect();
          PreparedStatement select = connection
              .prepareStatement("select * from bench.plain where customer_no = ?")) {
        for (int i = 0; i < reads / connections; i++) {
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

  private static double together(int threads, int reads, Reader reader) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<Void>> readers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i * 104_729;
        readers.add(() -> {
          reader.read(first);
          return null;
        });
      }
      double seconds = Timing.seconds(() -> {
        for (Future<Void> done : pool.invokeAll(readers)) {
          done.get();
        }
      });
      return reads / threads * threads / seconds;
    }
  }

  /** Reads its share of people, from the first one on. */
  private interface Reader {
    void read(int first) throws Exception;
  }

  /** The product's door with people behind it. */
  private record Door(Disclosures disclosures, Staffed company, Account staff, List<PersonId> people) {
    static Door open(Product product, Path customers) throws IOException, Exception {
      Staffed company = Staffed.found(product);
      Account staff = company.appoint("staff", Role.STAFF);
      company.take(customers);
      Vaults vaults = product.door(Vaults.class);
      List<PersonId> people = new ArrayList<>();
      int leaves = vaults.leaves(company.company());
      for (int leaf = 0; leaf < leaves && people.size() < 10 * MOST_READS; leaf += LEAVES) {
        int from = leaf;
        vaults.store(company.company())
            .together(custody -> custody.records().inLeaves(from, LEAVES))
            .stream()
            .map(SealedRecord::person)
            .forEach(people::add);
      }
      return new Door(product.door(Disclosures.class), company, staff, people);
    }

    double readsASecond(int threads, int reads) throws Exception {
      Purpose service = new Purpose("service");
      return together(threads, reads, first -> {
        for (int i = 0; i < reads / threads; i++) {
          PersonId person = people.get((int) ((first + i * 7919L) % people.size()));
          disclosures.disclose(company.company(), staff, person, service, "service-desk", Optional.empty());
        }
      });
    }
  }
}
