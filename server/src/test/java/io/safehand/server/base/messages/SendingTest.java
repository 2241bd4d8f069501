package io.safehand.server.base.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.safehand.core.person.PersonalText;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real mail server over STARTTLS and TLS, with a certificate of its own. */
class SendingTest {
  private static final PersonalText TO = PersonalText.of("reader@office.example");
  private static final PersonalText PASSWORD = PersonalText.of("mail-server-password");
  private static final Sending.Words WORDS = new Sending.Words("安交 · Safehand", "第一行\nsecond line");

  @TempDir
  static Path folder;
  private static SSLContext tls;
  private static SSLSocketFactory trusted;

  private final List<GreenMail> running = new ArrayList<>();

  @BeforeAll
  static void aCertificate() throws Exception {
    Path store = folder.resolve("mail.p12");
    Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "mail", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext",
        "san=ip:127.0.0.1,dns:localhost", "-keystore", store.toString(), "-storepass", "changeit",
        "-storetype", "PKCS12").redirectErrorStream(true).start();
    assertThat(made.waitFor()).isZero();
    System.setProperty("greenmail.tls.keystore.file", store.toString());
    System.setProperty("greenmail.tls.keystore.password", "changeit");
    tls = context(store);
    trusted = tls.getSocketFactory();
  }

  @AfterAll
  static void noCertificate() {
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @AfterEach
  void stop() {
    running.forEach(GreenMail::stop);
  }

  @Test
  void aMailArrivesOverStarttls() throws Exception {
    start(ServerSetup.PROTOCOL_SMTP);
    try (StarttlsFront front = new StarttlsFront(tls, server().getSmtp().getPort())) {
      assertThat(send(trusted, target(front.port(), MailServer.Security.STARTTLS))).isTrue();
    }
    MimeMessage message = server().getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo(WORDS.subject());
    assertThat(message.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo(WORDS.body());
    assertThat(message.getFrom()[0]).hasToString("safehand@office.example");
  }

  @Test
  void aMailArrivesOverTls() {
    start(ServerSetup.PROTOCOL_SMTPS);
    assertThat(send(trusted, target(server().getSmtps().getPort(), MailServer.Security.TLS))).isTrue();
    assertThat(server().getReceivedMessages()).hasSize(1);
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() throws Exception {
    start(ServerSetup.PROTOCOL_SMTP);
    try (StarttlsFront front = new StarttlsFront(tls, server().getSmtp().getPort())) {
      assertThat(send((SSLSocketFactory) SSLSocketFactory.getDefault(),
          target(front.port(), MailServer.Security.STARTTLS))).isFalse();
    }
    assertThat(server().getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatHidesStarttlsGetsNothing() {
    start(ServerSetup.PROTOCOL_SMTP);
    assertThat(send(trusted, target(server().getSmtp().getPort(), MailServer.Security.STARTTLS))).isFalse();
    assertThat(server().getReceivedMessages()).isEmpty();
  }

  @Test
  void aWrongPasswordOrADeadServerIsSaidAndNotThrown() {
    start(ServerSetup.PROTOCOL_SMTPS);
    MailServer target = target(server().getSmtps().getPort(), MailServer.Security.TLS);
    assertThat(new Sending(trusted).send(target, Optional.of(PersonalText.of("wrong")), TO, WORDS)).isFalse();
    server().stop();
    assertThat(send(trusted, target)).isFalse();
  }

  @Test
  void nothingAddsAHeaderOrAnAddressee() {
    for (String bad : List.of("a\r\nBcc: thief@elsewhere.example", "a\nb", "a\rb", "a\u0000b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Sending.Words(bad, "body"));
      assertThatIllegalArgumentException().isThrownBy(() -> new Mail("test", bad));
      assertThat(server("mail.example", bad + "@office.example").isWellFormed()).isFalse();
      assertThat(server(bad, "safehand@office.example").isWellFormed()).isFalse();
    }
  }

  @Test
  void mailInClearStaysOnThisMachine() {
    assertThat(new MailServer("127.0.0.1", 25, MailServer.Security.NONE, "", "a@b").isWellFormed()).isTrue();
    assertThat(new MailServer("mail.example", 25, MailServer.Security.NONE, "", "a@b").isWellFormed())
        .isFalse();
    assertThat(server("mail.example", "a@b").isWellFormed()).isTrue();
  }

  @Test
  void mailKnocksAtNoDoorInside() {
    for (String inside : List.of("127.0.0.1", "localhost", "10.0.0.5", "192.168.1.1", "169.254.169.254",
        "::1")) {
      assertThat(server(inside, "a@b").isAllowed(false)).as(inside).isFalse();
      assertThat(server(inside, "a@b").isAllowed(true)).as(inside).isTrue();
    }
    assertThat(server("93.184.216.34", "a@b").isAllowed(false)).isTrue();
  }

  private static MailServer server(String host, String sender) {
    return new MailServer(host, 587, MailServer.Security.STARTTLS, "", sender);
  }

  private void start(String protocol) {
    GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    started.setUser("safehand@office.example", "safehand", PASSWORD.exposed());
    started.start();
    running.add(started);
  }

  private GreenMail server() {
    return running.getLast();
  }

  private static boolean send(SSLSocketFactory trust, MailServer target) {
    return new Sending(trust).send(target, Optional.of(PASSWORD), TO, WORDS);
  }

  private static MailServer target(int port, MailServer.Security security) {
    return new MailServer("127.0.0.1", port, security, "safehand", "safehand@office.example");
  }

  private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, "changeit".toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("mail", keys.getCertificate("mail"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
