package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Backups by the real command line, and what a refused restore leaves behind: nothing. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class RestoreIT {
  @TempDir
  Path folder;

  @Test
  void aRestoreThatIsRefusedLeavesTheFolderAsItWasAndTheCorrectedOneGoesOn() throws Exception {
    Files.writeString(folder.resolve("right"), "right horse 安交\n");
    Files.writeString(folder.resolve("wrong"), "wrong horse\n");
    try (LiveServer server = LiveServer.ready("up", "--port", "0", "--data", at("data"), "--passphrase-file",
        at("right"))) {
      assertThat(server.said()).isNotEmpty();
      assertThat(backup("data").code()).isZero();
    }
    Path settings = Files.writeString(
        Files.createDirectory(folder.resolve("again")).resolve("safehand.properties"),
        "safehand.watch.log=json\n");

    refused(restore("wrong"), 77, "passphrase");
    refused(restore("right", "--copy", "20260101T000000.000Z"), 66, "no such backup");
    Path manifest = folder.resolve("backup/current/manifest.json");
    byte[] good = Files.readAllBytes(manifest);
    Files.writeString(manifest, "{}");
    refused(restore("right"), 65, "damaged");
    Files.write(manifest, good);

    Ran done = restore("right");
    assertThat(done.code()).as(done.out()).isZero();
    assertThat(settings).exists();
    try (LiveServer server = LiveServer.ready("up", "--port", "0", "--data", at("again"), "--passphrase-file",
        at("right"))) {
      assertThat(Ran.in(Locale.ENGLISH, "status", "--data", at("again")).out()).contains("open");
      assertThat(server.address()).startsWith("http://127.0.0.1:");
    }
  }

  @Test
  void whatIsNotSealedYetIsNotBackedUp() throws Exception {
    try (LiveServer server = LiveServer.ready("up", "--port", "0", "--data", at("new"))) {
      assertThat(server.said()).isNotEmpty();
      Ran none = backup("new");
      assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION.number());
      assertThat(none.err()).contains("nothing is sealed here yet").hasLineCount(1);
      assertThat(folder.resolve("backup")).doesNotExist();
    }
  }

  private void refused(Ran ran, int code, String why) throws IOException {
    assertThat(ran.code()).as(ran.out()).isEqualTo(code);
    assertThat(ran.out()).contains(why).hasLineCount(1);
    try (Stream<Path> inside = Files.list(folder.resolve("again"))) {
      assertThat(inside).as(why).containsExactly(folder.resolve("again/safehand.properties"));
    }
  }

  private Ran restore(String passphrase, String... options) throws IOException, InterruptedException {
    return LiveServer
        .ran(Stream
            .concat(Stream.of("restore", "--from", at("backup"), "--by", "li.wei,wang.fang", "--data",
                at("again"), "--passphrase-file", at(passphrase)), Stream.of(options))
            .toArray(String[]::new));
  }

  private Ran backup(String data) {
    return Ran.in(Locale.ENGLISH, "backup", "--data", at(data), "--to", at("backup"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }
}
