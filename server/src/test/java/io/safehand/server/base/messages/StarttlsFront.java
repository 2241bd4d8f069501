package io.safehand.server.base.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Gives a mail server that knows no STARTTLS one: begins in clear, and behind TLS passes everything on. */
final class StarttlsFront implements AutoCloseable {
  private final ServerSocket server;
  private final SSLContext tls;
  private final int behind;

  StarttlsFront(SSLContext tls, int behind) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.tls = tls;
    this.behind = behind;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      say(client, "220 front");
      for (String line = line(client.getInputStream()); !line
          .isEmpty(); line = line(client.getInputStream())) {
        if (line.startsWith("STARTTLS")) {
          say(client, "220 go ahead");
          passOn(client);
          return;
        }
        say(client, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 STARTTLS first");
      }
    } catch (IOException refused) {
      // the client did not trust us, or went away
    }
  }

  private void passOn(Socket client) throws IOException {
    try (
        SSLSocket inside = (SSLSocket) tls.getSocketFactory()
            .createSocket(client, "127.0.0.1", client.getPort(), true);
        Socket mail = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      inside.setUseClientMode(false);
      inside.startHandshake();
      line(mail.getInputStream());
      Thread back = Thread.ofVirtual().start(() -> pipe(mail, inside));
      inside.getInputStream().transferTo(mail.getOutputStream());
      mail.shutdownOutput();
      back.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // the other side ended
    }
  }

  private static void say(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
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
