package io.safehand.stolen;

import io.safehand.server.SafehandServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with its embedded database on a data folder of its own; while it is stopped the folder can be copied. */
record House(Path data) {
  ConfigurableApplicationContext start(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("--safehand.unseal.mode=S0", "--safehand.data=" + data));
    return new SpringApplicationBuilder(SafehandServer.class).web(WebApplicationType.NONE)
        .run(all.toArray(String[]::new));
  }

  /** Copies the folder, or a part of it, as it lies on the disk; owners and rights too. */
  static void copy(Path from, Path to) throws IOException, InterruptedException {
    run("cp", "-a", from.toString(), to.toString());
  }

  static void remove(Path folder) throws IOException, InterruptedException {
    run("rm", "-rf", folder.toString());
  }

  private static void run(String... words) throws IOException, InterruptedException {
    if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
      throw new IOException(words[0] + " failed");
    }
  }
}
