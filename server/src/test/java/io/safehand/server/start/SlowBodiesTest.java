package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class SlowBodiesTest {
  private static final int CLIENTS = 600;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @LocalServerPort
  int port;

  @Test
  void manySlowClientsAreCutAndHinderNobody() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(CLIENTS);
    AtomicInteger cut = new AtomicInteger();
    List<Thread> clients = IntStream.range(0, CLIENTS)
        .mapToObj(
            n -> Thread.ofVirtual().start(() -> drip(n % 2 == 0 ? "/sign-in" : "/api/v1/holds", begun, cut)))
        .toList();
    begun.await();
    for (int n = 0; n < 20; n++) {
      assertThat(Program.withoutKey(port).get("/sign-in").status()).isEqualTo(200);
    }
    for (Thread client : clients) {
      client.join();
    }
    assertThat(cut).hasValue(CLIENTS);
  }

  /** A byte every second, so that no single read is slow. */
  private void drip(String path, CountDownLatch begun, AtomicInteger cut) {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream()
          .write(("POST " + path
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              + "Content-Length: 60000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      begun.countDown();
      socket.setSoTimeout(1_000);
      while (System.nanoTime() - start < LONGEST.toNanos()) {
        if (isOver(socket)) {
          cut.incrementAndGet();
          return;
        }
        socket.getOutputStream().write('a');
      }
    } catch (IOException reset) {
      cut.incrementAndGet();
    }
  }

  private static boolean isOver(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }
}
