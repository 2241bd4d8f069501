package io.safehand.server.site.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.PublicAddress;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.start.SettableClock;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class WebhooksTest {
  private static final Settings.Webhooks INSIDE_TOO = new Settings.Webhooks(0, true);
  @Autowired
  Storage storage;
  @Autowired
  HookRows rows;
  @Autowired
  Access access;
  @Autowired
  Ledger ledger;
  @Autowired
  Deals deals;
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
  @Autowired
  Webhooks strict;

  private record Received(String signature, byte[] body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private volatile int answer = 200;
  private SampleCompany company;
  private Account officer;
  private Webhooks webhooks;
  private Delivering delivering;

  @BeforeEach
  void aReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", call -> {
      received.add(new Received(call.getRequestHeaders().getFirst("Safehand-Signature"),
          call.getRequestBody().readAllBytes()));
      call.sendResponseHeaders(answer, -1);
      call.close();
    });
    receiver.start();
    company = SampleCompany.in(access);
    officer = company.securityOfficer();
    webhooks = new Webhooks(storage, rows, access, ledger, texts, ids, clock, random, INSIDE_TOO);
    delivering = new Delivering(storage, rows, ledger, access, assignments, texts, ids, clock, INSIDE_TOO);
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void whatHappensIsSentSignedByIdsAlone() {
    Webhooks.Added added = webhooks.add(officer, url(), List.of("deal.*"));
    happen(Act.DEAL_OPENED, Act.SEARCH, Act.DEAL_STAGE);
    delivering.run(officer.company());
    assertThat(received).hasSize(1);
    Json.Object body = Json.parse(received.getFirst().body()).asObject();
    assertThat(body.array("events").objects()).extracting(event -> event.text("act"))
        .containsExactlyInAnyOrder("deal.opened", "deal.stage");
    assertThat(body.array("events").objects())
        .allMatch(event -> event.text("id").equals(officer.company() + "/" + event.number("number")));
    assertThat(received.getFirst().signature()).isEqualTo(signed(added.secret(), received.getFirst().body()));
  }

  @Test
  void nobodyHearsOfADealThatTheyDoNotKnow() {
    webhooks.add(officer, url(), List.of("deal.*"));
    Account manager = company.person("manager", Role.DEAL_MANAGER);
    DealId deal = deals.open(company.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "青竹", company.id(), SampleCompany.in(access).id()), manager);
    ledger.sequence(company.id());
    delivering.run(company.id());
    assertThat(received).isEmpty();
    assignments.assign(deal, officer.id(), manager);
    ledger.sequence(company.id());
    ((SettableClock) clock).advance(Duration.ofSeconds(3));
    delivering.run(company.id());
    assertThat(received).hasSize(1);
  }

  @Test
  void whatWasTakenIsNotSentAgainAndWhatWasNotIs() {
    webhooks.add(officer, url(), List.of("*"));
    happen(Act.DEAL_OPENED);
    answer = 500;
    delivering.run(officer.company());
    delivering.run(officer.company());
    assertThat(received).hasSize(1);
    answer = 200;
    ((SettableClock) clock).advance(Duration.ofSeconds(11));
    delivering.run(officer.company());
    assertThat(received).hasSize(2);
    assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
    ((SettableClock) clock).advance(Duration.ofHours(7));
    delivering.run(officer.company());
    assertThat(received).hasSize(2);
    assertThat(webhooks.deliveries(officer, webhooks.all(officer).getFirst().id()))
        .extracting(Delivery::outcome)
        .containsExactly("200", "500");
  }

  @Test
  void waitsLongerEachTimeAndGivesUpInTheEnd() {
    assertThat(IntStream.range(0, 5).mapToObj(Delivering::wait)).containsExactly(Duration.ofSeconds(10),
        Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(80), Duration.ofSeconds(160));
    assertThat(Delivering.wait(19)).isEqualTo(Duration.ofHours(6));
    webhooks.add(officer, url(), List.of("*"));
    happen(Act.DEAL_OPENED);
    answer = 404;
    for (int n = 0; n < 30; n++) {
      delivering.run(officer.company());
      ((SettableClock) clock).advance(Duration.ofHours(6));
    }
    assertThat(received).hasSize(20);
    assertThat(webhooks.all(officer).getFirst().isPaused()).isTrue();
  }

  @Test
  void manyAtOnceSendEachEventOnce() throws InterruptedException {
    webhooks.add(officer, url(), List.of("deal.*"));
    happen(IntStream.range(0, 250).mapToObj(n -> Act.DEAL_STAGE).toArray(Act[]::new));
    List<Thread> nodes = IntStream.range(0, 6)
        .mapToObj(n -> Thread.ofVirtual().start(() -> delivering.run(officer.company())))
        .toList();
    for (Thread node : nodes) {
      node.join();
    }
    List<Long> numbers = new ArrayList<>();
    received.forEach(call -> Json.parse(call.body())
        .asObject()
        .array("events")
        .objects()
        .forEach(event -> numbers.add(event.number("number"))));
    assertThat(numbers).hasSize(250).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.5.5", "192.168.1.1",
    "169.254.169.254", "0.0.0.0", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::",
    "2001::1", "64:ff9b::7f00:1", "ff02::1"})
  void knocksAtNoDoorInside(String address) throws Exception {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "2606:4700::1111"})
  void knocksAtDoorsOutside(String address) throws Exception {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/", "ftp://example.org/", "https://user@example.org/",
    "https:///x", "https://exa mple.org", "file:///etc/passwd", "", "https://example.org/#a"})
  void refusesOtherAddresses(String url) {
    assertThatThrownBy(() -> strict.add(officer, url, List.of("*"))).isInstanceOf(RequestRefused.class)
        .hasMessage("webhooks.url");
  }

  @Test
  void aPrivateAddressIsNotCalledEvenIfItsNameWasRegistered() {
    strict.add(officer, "https://localhost:" + receiver.getAddress().getPort() + "/", List.of("*"));
    happen(Act.DEAL_OPENED);
    new Delivering(storage, rows, ledger, access, assignments, texts, ids, clock,
        new Settings.Webhooks(0, false)).run(officer.company());
    assertThat(received).isEmpty();
    assertThat(strict.deliveries(officer, strict.all(officer).getFirst().id())).extracting(Delivery::outcome)
        .containsExactly("forbidden-address");
  }

  @Test
  void onlyTheSecurityOfficerOfTheCompanyMay() {
    UUID hook = webhooks.add(officer, url(), List.of("*")).id();
    Account other = SampleCompany.in(access).securityOfficer();
    assertThat(webhooks.all(other)).isEmpty();
    assertThat(webhooks.end(other, hook)).isFalse();
    assertThat(webhooks.deliveries(other, hook)).isEmpty();
    Account staff = SampleCompany.in(access).person("staff", Role.STAFF);
    assertThatThrownBy(() -> webhooks.add(staff, url(), List.of("*"))).isInstanceOf(NotAllowed.class);
    assertThat(webhooks.end(officer, hook)).isTrue();
  }

  private String url() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/events";
  }

  private void happen(Act... acts) {
    for (Act act : acts) {
      ledger.write(officer.company(), officer.who(), act, Json.object());
    }
    ledger.sequence(officer.company());
  }

  private String signed(PersonalText secret, byte[] body) {
    long seconds = clock.instant().getEpochSecond();
    return "t=" + seconds + ",v1=" + Delivering.signature(secret, seconds, body);
  }
}
