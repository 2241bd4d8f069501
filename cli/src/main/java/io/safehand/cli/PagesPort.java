package io.safehand.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * The port of this machine on which pages are to be served, looked at before anything is changed.
 *
 * @param named what somebody asked for; 0 takes a free one
 */
record PagesPort(Optional<Integer> named) {
  private static final int USUAL = 8080;
  private static final int HIGHEST = 65_535;
  private static final int FREE_ONE = 0;

  void refuseUnfit() {
    if (named.isPresent() && (named.get() < 0 || named.get() > HIGHEST)) {
      throw new Refused(ExitCode.USAGE, "up.port", String.valueOf(HIGHEST));
    }
  }

  /** The named one, refused where it is taken; else the usual one, or, with a word about it, a free one. */
  int forDemo(boolean headless, Texts texts, PrintWriter err) {
    if (named.isPresent()) {
      if (isTaken(named.get())) {
        throw new Refused(ExitCode.IN_USE, "demo.port-taken", String.valueOf(named.get()));
      }
      return named.get();
    }
    if (headless) {
      return FREE_ONE;
    }
    if (isTaken(USUAL)) {
      err.println("safehand: " + texts.text("demo.port-other", String.valueOf(USUAL)));
      return FREE_ONE;
    }
    return USUAL;
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException taken) {
      return true;
    }
  }
}
