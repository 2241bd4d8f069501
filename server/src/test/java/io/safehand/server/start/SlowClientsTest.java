package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that hold a connection, each in its own way, and requests that are none. */
@PagesTest
class SlowClientsTest {
  private static final int CLIENTS = 200;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int SMALL_WINDOW = 2_048;
  private static final long LARGEST = 3_361_304;
  private static final String BODY = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
  /** Each sends a byte every second, so that no single read is slow. */
  private static final List<String> BEGINNINGS = List.of(
      "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: a",
      "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + BODY,
      "POST /api/v1/holds HTTP/1.1\r\nHost: localhost\r\n" + BODY);
  private static final String LARGE = "GET /webjars/echarts/echarts.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  @LocalServerPort
  int port;

  @Test
  void manySlowClientsAreCutAndHinderNobody() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(CLIENTS * (BEGINNINGS.size() + 1));
    CountDownLatch othersEnded = new CountDownLatch(CLIENTS * BEGINNINGS.size());
    List<AtomicInteger> cut = new ArrayList<>();
    List<Thread> clients = new ArrayList<>();
    for (String beginning : BEGINNINGS) {
      clients.addAll(begin(cut, ended -> {
        dawdle(beginning, begun, ended);
        othersEnded.countDown();
      }));
    }
    clients.addAll(begin(cut, ended -> readNothing(begun, othersEnded, ended)));
    begun.await();
    for (int n = 0; n < 20; n++) {
      assertThat(Program.withoutKey(port).get("/sign-in").status()).isEqualTo(200);
    }
    for (Thread client : clients) {
      client.join();
    }
    assertThat(cut).extracting(AtomicInteger::get).containsOnly(CLIENTS);
  }

  private static List<Thread> begin(List<AtomicInteger> cut, Consumer<AtomicInteger> client) {
    AtomicInteger ended = new AtomicInteger();
    cut.add(ended);
    return IntStream.range(0, CLIENTS)
        .mapToObj(n -> Thread.ofVirtual().start(() -> client.accept(ended)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"GET / HTTP/9.9, 505", "GET  HTTP/1.1, 400", "\u0016\u0003\u0001, 400", "GET / HTTP/1.1 x, 400",
    "'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 400", "'GET /assets/..;/x HTTP/1.1', 400",
    "'GET /sign-in\\\\x HTTP/1.1', 400", "'GE\u0000T / HTTP/1.1', 400"})
  void whatIsNoRequestIsRefusedAndTellsNothing(String line, int status) throws IOException {
    String answer = answer(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer.lines().findFirst()).as("some of them get no more than a page")
        .hasValueSatisfying(first -> assertThat(first).contains(String.valueOf(status)));
    assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "passwd", "at org.");
  }

  @Test
  void headsAndBodiesHaveALargestSize() throws IOException {
    assertThat(
        answer("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(answer("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(answer("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 400000\r\n\r\nname="
        + "a".repeat(399_995))).matches("(?s)HTTP/1.1 4(00|03|13).*");
  }

  @Test
  void aBodyOfTwoLengthsIsRefused() throws IOException {
    for (String lengths : List.of("Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 4\r\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip, identity")) {
      assertThat(answer("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lengths
          + "\r\n\r\n0\r\n\r\nGET /board HTTP/1.1\r\nHost: localhost\r\n\r\n")).as(lengths)
          .matches("(?s)HTTP/1.1 (400|403|501).*")
          .doesNotContain("/board");
    }
  }

  private void dawdle(String beginning, CountDownLatch begun, AtomicInteger cut) {
    long start = System.nanoTime();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
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

  /** Asks for much and takes none of it until the others are gone; then less than all of it is there. */
  private void readNothing(CountDownLatch begun, CountDownLatch othersEnded, AtomicInteger cut) {
    long taken = 0;
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(SMALL_WINDOW);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.getOutputStream().write(LARGE.getBytes(StandardCharsets.US_ASCII));
      begun.countDown();
      othersEnded.await();
      taken = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException reset) {
      taken = -1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (taken < LARGEST) {
      cut.incrementAndGet();
    } else {
      System.err.println("taken " + taken);
    }
  }

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
