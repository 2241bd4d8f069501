package io.safehand.server.site.demo;

import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.custody.records.Imports;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The first steps of the demonstration: two companies, an inventory, the customers. An import that was stopped goes on
 * after the batches that are in already.
 */
final class Beginning {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Doors doors;
  private final DemoSettings settings;
  private final Telling telling;
  private final Summary summary;
  private final Path data;
  private final Path out;

  Beginning(Doors doors, DemoSettings settings, Telling telling, Summary summary, Path data) {
    this.doors = doors;
    this.settings = settings;
    this.telling = telling;
    this.summary = summary;
    this.data = data;
    this.out = Path.of(settings.out()).toAbsolutePath();
  }

  /** Whom the demonstration is about. */
  record Companies(Cast seller, Cast buyer) {}

  Companies walk() throws Exception {
    long start = System.nanoTime();
    Files.createDirectories(out);
    Files.writeString(out.resolve("trust.json"), doors.keys().trust().file());
    Optional<UnfinishedImport> stopped = UnfinishedImport.in(data, settings.request());
    Companies companies = stopped.isPresent() ? found(stopped.get()) : enroll();
    step(stopped.isPresent() ? "resume" : "inventory", start);
    importCustomers(companies.seller());
    return companies;
  }

  private Companies found(UnfinishedImport stopped) {
    return new Companies(Cast.found(doors.access(), stopped.seller(), "qinglan"),
        Cast.found(doors.access(), stopped.buyer(), "yunqi"));
  }

  private Companies enroll() throws IOException {
    Cast seller = Cast.enroll(doors.access(), "青岚茶舍有限公司", "qinglan", Role.SELLER_OFFICER);
    Cast buyer = Cast.enroll(doors.access(), "云栖礼茶有限公司", "yunqi", Role.BUYER_OFFICER);
    Path file = settings.inventory() != null
        ? Path.of(settings.inventory())
        : Path.of(settings.samples(), "customers.inventory.yaml");
    String yaml = Files.readString(file);
    adopt(yaml, seller);
    adopt(yaml, buyer);
    if (!settings.request().isEmpty()) {
      new UnfinishedImport(settings.request(), seller.company(), buyer.company()).write(data);
    }
    return new Companies(seller, buyer);
  }

  private void adopt(String yaml, Cast company) {
    MatterId matter = doors.inventories().propose(company.company(), yaml, company.officer());
    Verdict verdict = doors.decisions()
        .approve(company.lawyer(), matter, doors.inventories().decided(company.company(), yaml));
    if (!(verdict instanceof Verdict.Counted)) {
      throw new StepFailed("the inventory was not approved: " + verdict);
    }
    doors.inventories().adopt(company.company(), yaml, matter, company.officer());
  }

  private void importCustomers(Cast seller) throws Exception {
    long start = System.nanoTime();
    Path generated = out.resolve("generated.csv");
    try {
      take(seller, source(generated), start);
    } finally {
      Files.deleteIfExists(generated);
    }
  }

  private void take(Cast seller, Path file, long start) throws Exception {
    long rows = telling.isOnTerminal() ? rows(file) : 0;
    Imports.Report report = doors.imports()
        .run(seller.company(), file, settings.dropUndeclared(), seller.officer(), ZONE,
            tally -> telling.progress("progress.importing", tally.done() + tally.rejected(), rows));
    RejectedRows rejected = new RejectedRows(report.rejected());
    rejected.write(out);
    UnfinishedImport.forget(data);
    summary.count("imported", report.imported());
    summary.count("rejected", rejected.reasons().size());
    summary.leftOut(report.leftOut());
    summary.stored(Files.size(file), doors.vaults().storedBytes(seller.company()));
    long leftOut = report.leftOut().values().stream().mapToLong(Long::longValue).sum();
    step("import", start, count(report.imported()), count(rejected.reasons().size()), count(leftOut));
    if (report.imported() == 0) {
      throw new NobodyImported(rejected.counts());
    }
  }

  private Path source(Path generated) throws IOException {
    if (settings.input() != null) {
      return Path.of(settings.input());
    }
    if (settings.customers() == 0) {
      return Path.of(settings.samples(), "customers.csv");
    }
    try (Writer to = Files.newBufferedWriter(generated)) {
      SampleCustomers.ofTheSample().write(settings.customers(), to);
    }
    return generated;
  }

  /** About how many: only the progress shown rests on it. */
  private static long rows(Path file) throws IOException {
    byte[] piece = new byte[1 << 16];
    long lines = 0;
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        for (int i = 0; i < read; i++) {
          lines += piece[i] == '\n' ? 1 : 0;
        }
      }
    }
    return Math.max(1, lines - 1);
  }

  private void step(String name, long startNanos, Object... places) {
    Duration time = Duration.ofNanos(System.nanoTime() - startNanos);
    summary.time(name, time);
    telling.step("step." + name, time, places);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
