package io.safehand.server.base.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that refuses {@code gone@} for good and {@code later@} for now, and breaks off behind {@code broken@}. */
final class RefusingSmtp implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();

  RefusingSmtp() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in = new BufferedReader(
          new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      say(client, "220 refusing");
      boolean breaks = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        breaks = line.startsWith("RCPT") ? line.contains("broken@") : breaks;
        if (line.startsWith("DATA")) {
          say(client, "354 go on");
          read(in);
          if (breaks) {
            return;
          }
          say(client, "250 taken");
        } else {
          say(client, answer(line));
        }
      }
    } catch (IOException gone) {
      // the client went away
    }
  }

  private static void read(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      // nobody keeps it
    }
  }

  private static String answer(String line) {
    if (line.contains("gone@")) {
      return line.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok";
    }
    return line.startsWith("RCPT") && line.contains("later@") ? "451 4.7.1 later" : "250 ok";
  }

  private static void say(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
