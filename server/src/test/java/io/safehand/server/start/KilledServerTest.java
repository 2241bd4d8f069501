package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server process that is killed takes its database with it. */
class KilledServerTest {
  private final Path folder = TestCluster.folder("killed").resolve("postgresql");

  /** The process that is killed: starts a database and waits. */
  static final class Victim {
    public static void main(String[] arguments) throws Exception {
      EmbeddedPostgres.start(Path.of(arguments[0]), TestCluster.cache());
      System.out.println("ready");
      System.in.read();
    }
  }

  @Test
  void theDatabaseEndsByItself() throws Exception {
    assumeTrue(Command.exists("setpriv"), "setpriv is missing here: the next start stops the orphan instead");
    Process victim = new ProcessBuilder(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), Victim.class.getName(), folder.toString()))
        .redirectErrorStream(true)
        .start();
    assertThat(victim.inputReader().readLine()).isEqualTo("ready");
    CompletableFuture<ProcessHandle> end = postmaster().onExit();
    victim.destroyForcibly();
    assertThat(end.get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  private ProcessHandle postmaster() throws Exception {
    String pid = Files.readString(folder.resolve("cluster/postmaster.pid")).lines().findFirst().orElseThrow();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
