package io.safehand.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.TestCluster;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server is killed in the middle of an import job, and the next start goes on with it without being told. */
class KilledImportTest {
  private static final int CUSTOMERS = 40_000;
  private static final int BATCHES_BEFORE = 3;

  private final Path folder = TestCluster.folder("killed-import");

  @Test
  void theNextStartBringsEveryRowInOnce() throws Exception {
    try (Writer to = Files.newBufferedWriter(folder.resolve("customers.csv"))) {
      new SampleCustomers(SampleCustomers.SEED, SampleCustomers.AS_OF).write(CUSTOMERS, to);
    }
    KilledServer killed = server("begin");
    assertThat(killed.says("imported ", BATCHES_BEFORE)).as("%s", killed.words()).isTrue();
    killed.kill();
    assertThat(killed.words()).as("killed in the middle").noneMatch(line -> line.startsWith("over "));
    long before = numbers(last(killed, "imported ")).getFirst();
    assertThat(before).isBetween(1L, CUSTOMERS - 1L);

    KilledServer next = server("watch");
    assertThat(next.says("over DONE", 1)).as("%s", next.words()).isTrue();
    assertThat(
        numbers(next.words().stream().filter(line -> line.startsWith("imported ")).findFirst().orElseThrow())
            .getFirst())
        .as("it goes on behind what was in")
        .isGreaterThanOrEqualTo(before);
    List<Long> end = numbers(last(next, "over "));
    next.kill();
    assertThat(end.get(0) + end.get(1)).as("every row is answered for").isEqualTo(CUSTOMERS);
    assertThat(end.get(2)).as("nobody twice").isEqualTo(end.get(0));
    try (var files = Files.walk(folder.resolve("data").resolve("imports"))) {
      assertThat(files.filter(Files::isRegularFile)).as("the file is gone").isEmpty();
    }
  }

  private KilledServer server(String act) throws Exception {
    return KilledServer.start(List.of(KilledImport.class), List.of(), folder, act);
  }

  private static String last(KilledServer server, String beginning) {
    return server.words()
        .stream()
        .filter(line -> line.startsWith(beginning))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static List<Long> numbers(String line) {
    return List.of(line.split(" ", -1))
        .stream()
        .filter(word -> word.matches("[0-9]+"))
        .map(Long::valueOf)
        .toList();
  }
}
