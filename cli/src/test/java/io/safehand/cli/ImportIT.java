package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real command against the real server that a demonstration leaves, with a key that its officer made. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ImportIT {
  private static final Path SAMPLE = Path.of("..", "samples", "customers.csv");
  private static final int FAR_BEHIND = 5_000;

  @TempDir
  Path folder;
  private String server = "";
  private Path key = Path.of("");

  @Test
  void aFileIsRehearsedImportedAndNotTakenTwice() throws Exception {
    try (LiveServer demo = demo()) {
      assertThat(demo.said()).anyMatch(line -> line.contains("./safehand stop --data " + data()));
      server = demo.address();
      key = keyOfTheOfficer(demo);
      Path file = customers("customers.csv", "");

      Ran rehearsed = imported(file, "--dry-run");
      assertThat(rehearsed.code()).as(rehearsed.err()).isZero();
      assertThat(rehearsed.out()).contains("Nobody was taken in");
      Ran done = imported(file);
      assertThat(done.code()).as(done.err()).isZero();
      assertThat(done.out()).containsPattern("(?m)^[1-9][0-9]* taken in");

      Ran again = imported(file);
      assertThat(again.code()).isEqualTo(ExitCode.DATA.number());
      assertThat(again.err()).contains("This very file was imported before", "imports.imported-before");

      Path more = customers("more.csv", ",nickname");
      assertThat(imported(more).code()).isEqualTo(ExitCode.DATA.number());
      Ran left = imported(more, "--dry-run", "--drop-undeclared");
      assertThat(left.code()).as(left.err()).isZero();
      assertThat(Ran.in(Locale.ENGLISH, "stop", "--data", data()).code()).isZero();
    }
  }

  private LiveServer demo() throws IOException {
    return LiveServer.ready("demo", "--deal", "equity", "--customers", "5", "--port", "0", "--data", data(),
        "--out", folder.resolve("out").toString());
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path keyOfTheOfficer(LiveServer demo) throws Exception {
    String password = demo.said()
        .stream()
        .filter(line -> line.contains(", password "))
        .map(line -> line.replaceFirst(".*, password ", "").strip())
        .findFirst()
        .orElseThrow();
    String secret = new SignedIn(server, "qinglan-officer", password).key("SELLER_OFFICER");
    Path file = Files.createFile(folder.resolve("key"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, secret + "\n");
  }

  /** People of the sample who are not among the few of the demonstration, perhaps with one more column. */
  private Path customers(String name, String more) throws IOException {
    try (Stream<String> lines = Files.lines(SAMPLE)) {
      List<String> all = lines.limit(FAR_BEHIND + 20).toList();
      List<String> rows = Stream
          .concat(Stream.of(all.getFirst() + more),
              all.stream().skip(FAR_BEHIND).map(row -> row + (more.isEmpty() ? "" : ",x")))
          .toList();
      return Files.write(folder.resolve(name), rows);
    }
  }

  private Ran imported(Path file, String... options) {
    return Ran.in(Locale.ENGLISH,
        Stream
            .concat(Stream.of("import", file.toString(), "--server", server, "--key-file", key.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }
}
