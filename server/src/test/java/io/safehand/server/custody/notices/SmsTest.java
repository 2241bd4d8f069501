package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.safehand.core.json.Json;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.messages.Gateways;
import io.safehand.server.base.runs.Run;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Short messages by a real HTTP server that answers as a gateway does. */
@SafehandTest
class SmsTest {
  private static final PersonalText SECRET = PersonalText.of("a-secret-of-the-gateway");

  @TempDir
  Path folder;
  @Autowired
  ApplicationContext server;
  @Autowired
  Gateways gateways;
  @Autowired
  Campaigns campaigns;
  @Autowired
  SmsReports reports;
  @Autowired
  Clock clock;
  private final Queue<Json.Object> taken = new ConcurrentLinkedQueue<>();
  private final Queue<String> signatures = new ConcurrentLinkedQueue<>();
  private HttpServer gateway;
  private SampleCampaign sent;
  private Account administrator;

  @BeforeEach
  void aCompanyWithAGateway() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/sms", call -> {
      byte[] body = call.getRequestBody().readAllBytes();
      boolean refused = taken.size() == 3 && signatures.size() == 3;
      signatures.add(call.getRequestHeaders().getFirst("Safehand-Signature") + " "
          + new String(body, StandardCharsets.UTF_8));
      if (!refused) {
        taken.add(Json.parse(body).asObject());
      }
      call.sendResponseHeaders(refused ? 422 : 202, -1);
      call.close();
    });
    gateway.start();
    sent = new SampleCampaign(server, folder, 30, new UUID(0, 83), LegalPath.SUCCESSION_22);
    administrator = sent.company.person("administrator", Role.ADMINISTRATOR);
    assertThat(gateways.set(administrator, address(), "青岚茶舍", SECRET)).isTrue();
    campaigns.plan(sent.officer, sent.id,
        new Plan(Plan.Segment.everybody(), List.of(Channel.SMS, Channel.HAND), 0));
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void everyMessageIsSignedAndRefusedOnesGoByHand() throws Exception {
    assertThat(sent.send().state()).isEqualTo(Run.State.DONE);
    assertThat(taken).hasSize((int) sent.now().reached()).hasSizeGreaterThan(10);
    assertThat(sent.now().reached() + sent.now().counts().of(Delivery.BY_HAND)).isEqualTo(sent.people.size());
    for (String one : signatures) {
      String body = one.substring(one.indexOf(' ') + 1);
      long seconds = Long.parseLong(one.substring(2, one.indexOf(',')));
      assertThat(one).startsWith(signedAt(body, seconds) + " ");
    }
    assertThat(taken).allSatisfy(message -> {
      assertThat(message.text("text")).contains("/n/");
      assertThat(message.text("callback")).contains("/api/v1/callbacks/sms/");
    });
  }

  @Test
  void aReportCountsOnceAndOnlyWhenItIsSignedFreshAndAboutAMessageOfOurs() throws Exception {
    sent.send();
    String id = taken.element().text("id");
    UUID at = gateways.gateway(sent.company.id()).orElseThrow().id();
    String body = report(id, "delivered", "nonce-0001");
    assertThat(accept(at, "", body)).isEqualTo(SmsReports.Outcome.REFUSED);
    assertThat(accept(at, signed(body + " "), body)).isEqualTo(SmsReports.Outcome.REFUSED);
    assertThat(accept(at, signedAt(body, clock.instant().getEpochSecond() - 301), body))
        .isEqualTo(SmsReports.Outcome.REFUSED);
    assertThat(accept(new UUID(1, 1), signed(body), body)).isEqualTo(SmsReports.Outcome.REFUSED);
    assertThat(sent.now().delivered()).isZero();
    assertThat(accept(at, signed(body), body)).isEqualTo(SmsReports.Outcome.TAKEN);
    assertThat(accept(at, signed(body), body)).isEqualTo(SmsReports.Outcome.AGAIN);
    String repeated = report(id, "delivered", "nonce-0002");
    assertThat(accept(at, signed(repeated), repeated)).isEqualTo(SmsReports.Outcome.TAKEN);
    assertThat(sent.now().delivered()).isEqualTo(1);
    String unknown = report("f".repeat(32), "delivered", "nonce-0003");
    assertThat(accept(at, signed(unknown), unknown)).isEqualTo(SmsReports.Outcome.REFUSED);
    for (String bad : List.of("", "{}", "[]", "\u0000", report(id, "lost", "nonce-0004"))) {
      assertThat(accept(at, signed(bad), bad)).as(bad).isEqualTo(SmsReports.Outcome.REFUSED);
    }
  }

  @Test
  void aFailedMessageIsTakenBackAndGoesByHand() throws Exception {
    sent.send();
    long byHand = sent.now().counts().of(Delivery.BY_HAND);
    String body = report(taken.element().text("id"), "failed", "nonce-0005");
    UUID at = gateways.gateway(sent.company.id()).orElseThrow().id();
    assertThat(accept(at, signed(body), body)).isEqualTo(SmsReports.Outcome.TAKEN);
    assertThat(sent.now().counts().of(Delivery.BOUNCED)).isEqualTo(1);
    sent.send();
    assertThat(sent.now().counts().of(Delivery.BY_HAND)).isEqualTo(byHand + 1);
  }

  @Test
  void aGatewayInClearWithoutAProperSecretOrWithAControlCharacterIsNotSet() {
    assertThat(gateways.set(administrator, "ftp://gateway.example/", "", SECRET)).isFalse();
    assertThat(gateways.set(administrator, address(), "", PersonalText.of("short"))).isFalse();
    assertThat(gateways.set(administrator, address(), "a\nb", SECRET)).isFalse();
    assertThat(gateways.set(administrator, "http://user@127.0.0.1/", "", SECRET)).isFalse();
  }

  private String address() {
    return "http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms";
  }

  private SmsReports.Outcome accept(UUID at, String signature, String body) {
    return reports.accept(at, signature, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String report(String id, String state, String nonce) {
    return "{\"code\":\"DELIVRD\",\"id\":\"" + id + "\",\"nonce\":\"" + nonce + "\",\"state\":\"" + state
        + "\"}";
  }

  private String signed(String body) throws Exception {
    return signedAt(body, clock.instant().getEpochSecond());
  }

  /** As docs/formats/sms-gateway.md says, without a line of ours. */
  private static String signedAt(String body, long seconds) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.exposed().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
  }
}
