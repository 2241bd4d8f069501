package io.safehand.server;

import io.safehand.server.start.Starting;

/** For developers: the server with its database in target/development, unsealed, with a clock that can be set. */
public final class TestApplication {
  private TestApplication() {}

  public static void main(String[] arguments) {
    Starting.run(SafehandServer.class, "--safehand.data=target/development", "--safehand.clock=settable",
        "--safehand.unseal.mode=S0");
  }
}
