package io.safehand.server.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** The port that the settings name, looked at before anything is made: a start that finds it taken changes nothing. */
record FreePort(Environment environment) {
  private static final String FREE_ONE = "0";

  /** Where the data folder is in use, that is the better reason, and its holder says it. */
  void require() {
    String port = environment.getProperty("server.port", FREE_ONE);
    Path data = Path.of(environment.getProperty("safehand.data", "data"));
    boolean looked = port.matches("[1-9][0-9]{0,4}") && !DataFolder.isHeld(data);
    if (looked && isTaken(environment.getProperty("server.address", ""), Integer.parseInt(port))) {
      throw new CannotStart(ExitCode.IN_USE, "port.taken", port);
    }
  }

  /** An address that is none of this machine's is left to those who listen. */
  private static boolean isTaken(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return false;
    } catch (java.net.BindException taken) {
      return String.valueOf(taken.getMessage()).contains("in use");
    } catch (IOException | IllegalArgumentException unknown) {
      return false;
    }
  }
}
