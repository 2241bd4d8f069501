package io.safehand.server.site.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.start.SettableClock;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class DeliveryRoundsTest {
  private static final Settings.Webhooks INSIDE_TOO = new Settings.Webhooks(0, true);
  private static final String SLOW = "/slow";

  @Autowired
  Storage storage;
  @Autowired
  HookRows rows;
  @Autowired
  Access access;
  @Autowired
  Ledger ledger;
  @Autowired
  Keys keys;
  @Autowired
  Assignments assignments;
  @Autowired
  SealedTexts texts;
  @Autowired
  BusinessIds ids;
  @Autowired
  Clock clock;
  @Autowired
  SecureRandom random;

  private final BlockingQueue<String> called = new LinkedBlockingQueue<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private HttpServer receiver;
  private DeliveryRounds rounds;

  @BeforeEach
  void aReceiverThatAnswersSomeAndLetsOthersWait() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", call -> {
      String path = call.getRequestURI().getPath();
      call.getRequestBody().readAllBytes();
      called.add(path);
      if (path.equals(SLOW)) {
        await();
      }
      call.sendResponseHeaders(200, -1);
      call.close();
    });
    receiver.start();
    rounds = new DeliveryRounds(
        new Delivering(storage, rows, ledger, access, assignments, texts, ids, clock, INSIDE_TOO), ledger,
        keys, INSIDE_TOO);
  }

  @AfterEach
  void stop() {
    answered.countDown();
    receiver.stop(0);
  }

  @Test
  void aPlaceThatNeverAnswersDelaysItsOwnCompanyAlone() throws InterruptedException {
    Account before = hearing("/before");
    Account slow = hearing(SLOW);
    Account after = hearing("/after");
    List.of(before, slow, after).forEach(this::something);
    rounds.round();
    assertThat(List.of(next(), next(), next())).containsExactlyInAnyOrder("/before", SLOW, "/after");

    List.of(before, slow, after).forEach(this::something);
    ((SettableClock) clock).advance(Duration.ofSeconds(3));
    while (called.size() < 2) {
      rounds.round();
    }
    assertThat(List.of(next(), next())).containsExactlyInAnyOrder("/before", "/after");
    assertThat(called).as("the slow one is still asked for its first answer").isEmpty();
  }

  private void await() {
    try {
      answered.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String next() throws InterruptedException {
    return called.poll(9, TimeUnit.SECONDS) instanceof String path ? path : "nobody was called";
  }

  private Account hearing(String path) {
    Account officer = SampleCompany.in(access).securityOfficer();
    new Webhooks(storage, rows, access, ledger, texts, ids, clock, random, INSIDE_TOO).add(officer,
        "http://127.0.0.1:" + receiver.getAddress().getPort() + path, List.of("deal.*"));
    return officer;
  }

  private void something(Account officer) {
    ledger.write(officer.company(), officer.who(), Act.DEAL_STAGE, Json.object());
    ledger.sequence(officer.company());
  }
}
