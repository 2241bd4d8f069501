package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.SafehandServer;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.Backups;
import io.safehand.server.start.Breakage;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.TestCluster;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Backups of a running server, and what can be made of them on an empty disk. */
class BackupTest {
  private static final int CUSTOMERS = 120;
  private static final int ERASED = 15;
  private final Path folder = TestCluster.folder("backup");
  private final Path backup = folder.resolve("backup");

  @Test
  void whoWasErasedStaysErasedWhenAnOlderCopyIsRestored() throws Exception {
    CompanyId company;
    List<PersonId> erased;
    Map<PersonId, Map<String, String>> kept;
    String older;
    try (ConfigurableApplicationContext server = start("data")) {
      Seller seller = Seller.found(server);
      company = seller.company();
      seller.bringIn(Seller.customers(folder, CUSTOMERS));
      older = server.getBean(Backups.class).write(backup).name();
      erased = seller.people().subList(5, 5 + ERASED);
      assertThat(seller.erase(erased)).isEmpty();
      server.getBean(Ledger.class).sequence(company);
      server.getBean(Backups.class).write(backup);
      kept = seen(seller);
    }
    assertThat(kept).hasSizeGreaterThan(50).doesNotContainKeys(erased.toArray(PersonId[]::new));

    start("again", from(), "--safehand.restore-copy=" + older, "--safehand.restore=li.wei,wang.fang").close();
    try (ConfigurableApplicationContext server = start("again")) {
      Seller seller = Seller.of(server, company);
      assertThat(seen(seller)).isEqualTo(kept);
      seller.bringIn(Seller.customers(folder, CUSTOMERS + 10));
      assertThat(seller.people()).hasSizeGreaterThan(kept.size());
      assertThat(server.getBean(Ledger.class).sequence(company)).isPresent();
    }
  }

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws Exception {
    try (ConfigurableApplicationContext server = start("data")) {
      Seller.found(server).bringIn(Seller.customers(folder, 40));
      server.getBean(Backups.class).write(backup);
    }
    for (Path file : files()) {
      byte[] good = Files.readAllBytes(file);
      flip(file, good.length / 2);
      assertDamaged(file + " with one bit changed");
      Files.write(file, java.util.Arrays.copyOf(good, Math.max(0, good.length - 1)));
      assertDamaged(file + " cut by a byte");
      Files.delete(file);
      assertDamaged(file + " missing");
      Files.write(file, good);
    }
    Path more = Files.writeString(backup.resolve("current/more"), "");
    assertDamaged("a file more");
    Files.delete(more);
    start("again", from(), "--safehand.restore=li.wei,wang.fang").close();
    assertThat(refusal("again", from(), "--safehand.restore=li.wei,wang.fang").code())
        .isEqualTo(ExitCode.CANNOT_CREATE);
  }

  private void assertDamaged(String how) {
    CannotStart refusal = refusal("new", from(), "--safehand.restore=li.wei,wang.fang");
    assertThat(refusal.code()).as(how).isEqualTo(ExitCode.DATA);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  /** One file of each kind. */
  private List<Path> files() throws Exception {
    Map<String, Path> kinds = new HashMap<>();
    try (Stream<Path> all = Files.walk(backup)) {
      for (Path file : all.filter(Files::isRegularFile).filter(each -> each.toFile().length() > 0).toList()) {
        if (!file.endsWith("safehand.backup")) {
          String place = backup.relativize(file).toString().replaceFirst("/.*", "");
          kinds.put(place + file.getFileName().toString().replaceFirst(".*\\.", "."), file);
        }
      }
    }
    assertThat(kinds).hasSizeGreaterThan(4);
    return List.copyOf(kinds.values());
  }

  private static void flip(Path file, int at) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 1)).rewind();
      channel.write(one, at);
    }
  }

  private static Map<PersonId, Map<String, String>> seen(Seller seller) {
    Map<PersonId, Map<String, String>> seen = new HashMap<>();
    seller.people().forEach(person -> seen.put(person, seller.see(person)));
    return seen;
  }

  private String from() {
    return "--safehand.restore-from=" + backup;
  }

  private CannotStart refusal(String data, String... settings) {
    Throwable thrown = catchThrowable(() -> start(data, settings).close());
    return new Breakage().of(thrown).orElseThrow(() -> new AssertionError("was not refused", thrown));
  }

  private ConfigurableApplicationContext start(String data, String... settings) throws Exception {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse 安交\n");
    return new SpringApplicationBuilder(SafehandServer.class).web(WebApplicationType.NONE)
        .run(
            Stream
                .concat(Stream.of(settings),
                    Stream.of("--safehand.data=" + folder.resolve(data),
                        "--safehand.unseal.passphrase-file=" + passphrase))
                .toArray(String[]::new));
  }
}
