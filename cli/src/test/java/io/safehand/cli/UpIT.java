package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real command line with its real server: started, asked, unsealed, killed, stopped. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class UpIT {
  @TempDir
  Path folder;
  private final List<Process> started = new ArrayList<>();
  private final StringBuffer said = new StringBuffer();

  @AfterEach
  void nothingIsLeftRunning() {
    started.forEach(each -> each.descendants().forEach(ProcessHandle::destroyForcibly));
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aServerIsStartedSealedUnsealedAndStopped() throws Exception {
    passphrase("right", "right horse 安交");
    Process first = ready("--passphrase-file", file("right"));
    assertThat(asked("status").code()).isZero();
    assertThat(asked("status").out()).contains("open", "health UP", "http://127.0.0.1:");
    assertThat(permissions("running.json")).isEqualTo("rw-------");
    assertThat(asked("stop").code()).isZero();
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(folder.resolve("data/running.json")).doesNotExist();

    ready();
    assertThat(asked("status").out()).contains("sealed");
    assertThat(get("/")).isEqualTo(503);
    assertThat(get("/api/v1/deals")).isEqualTo(503);
    assertThat(get("/actuator/health")).isNotEqualTo(404);
    passphrase("wrong", "wrong horse");
    assertThat(asked("unseal", "--passphrase-file", file("wrong")).code()).isEqualTo(77);
    assertThat(get("/")).isEqualTo(503);
    assertThat(asked("unseal", "--passphrase-file", file("right")).code()).isZero();
    assertThat(get("/sign-in")).isEqualTo(200);
    assertThat(asked("stop").code()).isZero();
    assertThat(asked("stop")).satisfies(none -> assertThat(none.code()).isZero())
        .satisfies(none -> assertThat(none.out()).contains("No server runs"));
    assertThat(asked("status").code()).isEqualTo(1);
    assertThat(asked("unseal").code()).isEqualTo(69);
  }

  @Test
  void aSecondStartTakesOverAfterAKill() throws Exception {
    Process first = ready("--unseal", "S0");
    assertThat(refused("--unseal", "S0")).isEqualTo(75);
    signal("KILL", first);
    first.waitFor();
    ready("--unseal", "S0");
    assertThat(asked("status").code()).isZero();
    assertThat(asked("stop").code()).isZero();
  }

  @Test
  void aServerWhoseCommandLineIsKilledEndsInGoodOrder() throws Exception {
    Process first = ready("--unseal", "S0");
    ProcessHandle server = first.children().findFirst().orElseThrow();
    first.destroyForcibly();
    server.onExit().get(60, TimeUnit.SECONDS);
    assertThat(folder.resolve("data/running.json")).doesNotExist();
    ready("--unseal", "S0");
    assertThat(asked("stop").code()).isZero();
  }

  @Test
  void otherMachinesReachItWithTlsAlone() throws Exception {
    assertThat(refused("--host", "0.0.0.0")).isEqualTo(78);
    assertThat(said.toString()).contains("--tls self-signed");
    assertThat(refused("--host", "0.0.0.0", "--tls", "self-signed", "--unseal", "S0")).isEqualTo(78);
    passphrase("right", "right horse 安交");
    ready("--host", "0.0.0.0", "--tls", "self-signed", "--passphrase-file", file("right"));
    assertThat(said.toString()).contains("https://0.0.0.0:");
    int port = URI.create(note().text("address")).getPort();
    assertThat(handshake(port, "TLSv1.3")).isEqualTo("TLSv1.3");
    assertThatThrownBy(() -> handshake(port, "TLSv1.2")).isInstanceOf(SSLHandshakeException.class);
    assertThat(asked("stop").code()).isZero();
  }

  @Test
  void aTakenPortIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(refused("--unseal", "S0", "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(75);
      assertThat(said.toString()).contains("nothing was changed").hasLineCount(1);
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void theTokenIsNeeded() throws Exception {
    ready("--unseal", "S0");
    HttpRequest stop = HttpRequest.newBuilder(URI.create(note().text("control") + "/stop"))
        .header("Authorization", "Bearer " + "0".repeat(64))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
    assertThat(status(stop)).isEqualTo(403);
    assertThat(asked("status").code()).isZero();
    assertThat(asked("stop").code()).isZero();
  }

  private Process ready(String... options) throws Exception {
    Process up = up(Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new));
    said.setLength(0);
    BufferedReader lines = up.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains("ready at")) {
        break;
      }
    }
    Thread.ofVirtual().start(() -> lines.lines().forEach(said::append));
    assertThat(up.isAlive()).as(said.toString()).isTrue();
    return up;
  }

  private int refused(String... options) throws Exception {
    Process up = up(options);
    said.setLength(0);
    said.append(new String(up.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return up.waitFor();
  }

  private Process up(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("setsid",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-cp",
        System.getProperty("java.class.path"), "-Dsafehand.server.jar=" + StoppedDemoIT.server(),
        Safehand.class.getName(), "up", "--data", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private Ran asked(String command, String... options) {
    List<String> words = new ArrayList<>(List.of(command, "--data", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    return Ran.in(Locale.ENGLISH, words.toArray(String[]::new));
  }

  /** The protocol that is agreed on with somebody who trusts this certificate and knows one version. */
  private String handshake(int port, String version) throws Exception {
    try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setEnabledProtocols(new String[]{version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private SSLContext trusting() throws Exception {
    Path tls = folder.resolve("data/tls");
    KeyStore own = KeyStore.getInstance(tls.resolve("safehand.p12").toFile(),
        Files.readString(tls.resolve("password")).strip().toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", own.getCertificate("safehand"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private int get(String path) throws Exception {
    return status(HttpRequest.newBuilder(URI.create(note().text("address") + path)).build());
  }

  private static int status(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private Json.Object note() throws IOException {
    return (Json.Object) Json.parse(Files.readAllBytes(folder.resolve("data/running.json")));
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data").resolve(name)));
  }

  private void passphrase(String name, String words) throws IOException {
    Files.writeString(folder.resolve(name), words + "\n");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** To the command and its server at once. */
  private static void signal(String name, Process to) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", "-" + to.pid()).start().waitFor()).isZero();
  }
}
