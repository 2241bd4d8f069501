package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a server that answers as the product's API does. */
class RemoteCommandsTest {
  private static final String KEY = "shk_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  private static final String FOUND = "{\"items\":[{\"mobile\":\"138****5678\"}]}";
  private static final String DEAL = "01976a00-0000-7000-8000-000000000002";

  @TempDir
  Path folder;

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Path key;
  private Path customers;
  private volatile String column = "\"to\":\"name\",";
  private volatile int status = 200;
  private volatile int created = 201;
  private volatile String refusing = "nothing";
  private volatile String asked = "";

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    key = Files.createFile(folder.resolve("key"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, KEY + "\n");
    customers = Files.writeString(folder.resolve("customers.csv"), "姓名\n张三\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void importsAndSaysHowMany() {
    Ran ran = remote("import", customers.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("41 taken in, 1 turned away", "name:empty");
    assertThat(calls).containsExactly("POST /api/v1/imports", "GET /api/v1/imports/i1",
        "POST /api/v1/imports/i1/start");
    assertThat(ran.out() + ran.err()).doesNotContain("张三", KEY);
  }

  @Test
  void rehearsesAndTakesNobodyIn() {
    Ran ran = remote("import", customers.toString(), "--dry-run");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(calls).contains("POST /api/v1/imports/i1/rehearsal", "DELETE /api/v1/imports/i1")
        .doesNotContain("POST /api/v1/imports/i1/start");
  }

  @Test
  void stopsAtAColumnThatNobodyDeclared() {
    column = "";
    Ran ran = remote("import", customers.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.DATA.number());
    assertThat(ran.err()).contains("姓名");
    assertThat(calls).contains("DELETE /api/v1/imports/i1").doesNotContain("POST /api/v1/imports/i1/start");
    calls.clear();
    assertThat(remote("import", customers.toString(), "--drop-undeclared").code()).isZero();
    assertThat(calls).contains("PUT /api/v1/imports/i1/columns", "POST /api/v1/imports/i1/start");
  }

  @Test
  void writesEvidenceWholeOrNotAtAll() throws IOException {
    Path zip = folder.resolve("evidence.zip");
    assertThat(remote("export-evidence", DEAL, "--out", zip.toString()).code()).isZero();
    assertThat(Files.readString(zip)).isEqualTo("PK of evidence");
    assertThat(remote("export-evidence", DEAL, "--out", zip.toString()).code())
        .isEqualTo(ExitCode.CANNOT_CREATE.number());
    status = 404;
    Path other = folder.resolve("other.zip");
    Ran ran = remote("export-evidence", DEAL, "--out", other.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(ran.err()).contains("There is no such page. Check the address. (not-found)");
    assertThat(other).doesNotExist();
    assertThat(folder.resolve("other.zip.part")).doesNotExist();
  }

  @Test
  void searchesForAPurposeWithAValueThatNoProcessListShows() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("13812345678\n".getBytes(StandardCharsets.UTF_8)));
      Ran ran = remote("search", "mobile", "--purpose", "service", "--case", "T-1");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("138****5678");
      assertThat(calls).containsExactly("POST /api/v1/customers/search");
      assertThat(asked).isEqualTo("service T-1 {\"field\":\"mobile\",\"value\":\"13812345678\"}");
      System.setIn(new ByteArrayInputStream(new byte[0]));
      assertThat(remote("search", "mobile", "--purpose", "service", "--case", "T-1").code())
          .isEqualTo(ExitCode.NO_INPUT.number());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void refusesAKeyThatOthersReadOrNone() throws IOException {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(remote("import", customers.toString()).code()).isEqualTo(ExitCode.CONFIGURATION.number());
    assertThat(Ran.in(Locale.ENGLISH, "import", customers.toString(), "--server", address()).code())
        .isEqualTo(ExitCode.CONFIGURATION.number());
    assertThat(calls).isEmpty();
  }

  @Test
  void saysThatWhatWasGivenIsNoKey() throws IOException {
    Files.writeString(key, "not a key\n");
    Ran ran = remote("import", customers.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.CONFIGURATION.number());
    assertThat(ran.err()).contains("shk_").doesNotContain("There is no API key", "not a key");
    assertThat(calls).isEmpty();
  }

  @Test
  void whatTheServerHadBeforeIsLeftWhenTheCommandIsRefused() {
    column = "";
    created = 200;
    assertThat(remote("import", customers.toString()).code()).isEqualTo(ExitCode.DATA.number());
    assertThat(calls).doesNotContain("DELETE /api/v1/imports/i1");
  }

  @Test
  void aRefusedImportLeavesNoJob() {
    refusing = "/start";
    Ran ran = remote("import", customers.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.DATA.number());
    assertThat(calls).containsSubsequence("POST /api/v1/imports/i1/start", "DELETE /api/v1/imports/i1");
  }

  @Test
  void sendsNoKeyInClearToAnotherMachine() {
    Ran ran = Ran.in(Locale.ENGLISH, "import", customers.toString(), "--server", "http://192.0.2.1:8080",
        "--key-file", key.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.CONFIGURATION.number());
    assertThat(Ran.in(Locale.ENGLISH, "import", customers.toString(), "--server", "ftp://x", "--key-file",
        key.toString()).code()).isEqualTo(ExitCode.USAGE.number());
  }

  @Test
  void saysWhenNobodyAnswersOrTheKeyIsRefused() {
    status = 401;
    Ran refused = remote("import", customers.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.number());
    status = 503;
    assertThat(remote("import", customers.toString()).code()).isEqualTo(ExitCode.UNAVAILABLE.number());
    server.stop(0);
    assertThat(remote("import", customers.toString()).code()).isEqualTo(ExitCode.UNAVAILABLE.number());
  }

  private Ran remote(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--server", address(), "--key-file", key.toString()));
    return Ran.in(Locale.ENGLISH, all.toArray(String[]::new));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    calls.add(call.getRequestMethod() + " " + path);
    asked = call.getRequestHeaders().getFirst("Safehand-Purpose") + " "
        + call.getRequestHeaders().getFirst("Safehand-Case") + " "
        + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean known = ("Bearer " + KEY).equals(call.getRequestHeaders().getFirst("Authorization"));
    int asked = path.endsWith(refusing) ? 422 : status;
    int code = !known ? 401 : asked == 200 && path.endsWith("/imports") ? created : asked;
    String body = code > 201
        ? "{\"type\":\"urn:safehand:problem:not-found\",\"title\":\"There is no\\u0007 such page\",\"detail\":\"Check the address.\"}"
        : path.equals("/api/v1/evidence") ? "PK of evidence" : path.endsWith("/search") ? FOUND : job(path);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(code, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private String job(String path) {
    String state = path.endsWith("/start") ? "DONE" : "READY";
    return "{\"id\":\"i1\",\"state\":\"" + state + "\",\"percent\":100,\"imported\":41,\"rejected\":1,"
        + "\"rejections\":{\"name:empty\":1},\"columns\":[{" + column + "\"name\":\"姓名\"}]}";
  }
}
