package io.safehand.server.custody.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A program brings customers in. */
@PagesTest
class ImportsApiTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  private SampleCompany company;
  private Account officer;
  private final HttpClient program = HttpClient.newHttpClient();

  @BeforeEach
  void people() throws IOException {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
  }

  @Test
  void aFileIsSentMappedRehearsedImportedAndItsRejectedRowsRead() throws Exception {
    HttpResponse<String> sent = call(officer, "POST", "/api/v1/imports", file());
    assertThat(sent.statusCode()).isEqualTo(201);
    String at = sent.headers().firstValue("Location").orElseThrow();
    assertThat(call(officer, "POST", "/api/v1/imports", file()).statusCode()).isEqualTo(200);

    assertThat(call(officer, "POST", at + "/start", "{}".getBytes(StandardCharsets.UTF_8)).body())
        .contains("urn:safehand:problem:imports.columns", "\"detail\":");
    byte[] columns = Json.object().with("columns", mapped(call(officer, "GET", at, new byte[0]))).canonical();
    assertThat(call(officer, "PUT", at + "/columns", columns).statusCode()).isEqualTo(200);
    assertThat(call(officer, "POST", at + "/start", new byte[0]).statusCode()).isEqualTo(200);
    Json.Object done = until(at, "DONE");
    assertThat(done.number("imported")).isEqualTo(9);

    Json.Object first = json(call(officer, "GET", at + "/rejected?limit=2", new byte[0]));
    assertThat(first.array("rejected").objects()).hasSize(2);
    Json.Object last = json(
        call(officer, "GET", at + "/rejected?limit=2&after=" + first.number("next"), new byte[0]));
    assertThat(last.array("rejected").objects()).singleElement()
        .satisfies(row -> assertThat(row.text("reason")).isEqualTo("customer_no:value.missing"));
    assertThat(last.has("next")).isFalse();
    assertThat(call(officer, "POST", "/api/v1/imports", file()).statusCode()).isEqualTo(409);
    assertThat(call(officer, "DELETE", at, new byte[0]).statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsNotOnesOwnIsNotThereAndWhatIsMalformedIsRefused() throws Exception {
    String at = call(officer, "POST", "/api/v1/imports", file()).headers()
        .firstValue("Location")
        .orElseThrow();
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(call(stranger, "GET", at, new byte[0]).statusCode()).isEqualTo(404);
    assertThat(call(stranger, "DELETE", at, new byte[0]).statusCode()).isEqualTo(404);
    assertThat(call(company.person("staff", Role.STAFF), "GET", at, new byte[0]).statusCode()).isEqualTo(403);
    assertThat(call(officer, "PUT", at + "/columns", "{".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    byte[] writing = Json.object()
        .with("dialect", "POSTGRESQL")
        .with("host", "127.0.0.1")
        .with("port", 1)
        .with("database", "shop")
        .with("tls", "OFF")
        .with("user", "reader")
        .with("query", "delete from customer")
        .with("key", "id")
        .with("password", "no")
        .canonical();
    assertThat(call(officer, "POST", "/api/v1/imports/table", writing).body())
        .contains("imports.source.statement");
    assertThat(call(officer, "GET", "/api/v1/imports/no-id", new byte[0]).statusCode()).isEqualTo(400);
    assertThat(call(officer, "POST", "/api/v1/imports", new byte[]{0, 1, 0}).body())
        .contains("imports.file.binary");
    assertThat(call(officer, "DELETE", at, new byte[0]).statusCode()).isEqualTo(200);
  }

  private Json.Object mapped(HttpResponse<String> shown) {
    Json.Object columns = Json.object();
    for (Json.Object column : json(shown).array("columns").objects()) {
      columns = columns.with(column.text("name"), column.has("to") ? column.text("to") : "");
    }
    return columns;
  }

  private Json.Object until(String at, String state) throws Exception {
    Json.Object job = json(call(officer, "GET", at, new byte[0]));
    while (!job.text("state").equals(state)) {
      assertThat(job.text("state")).isEqualTo("RUNNING");
      job = json(call(officer, "GET", at, new byte[0]));
    }
    return job;
  }

  private static byte[] file() {
    StringWriter rows = new StringWriter();
    try {
      SampleCustomers.ofTheSample().write(12, rows);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<String> lines = new ArrayList<>(rows.toString().lines().toList());
    for (int row : new int[]{3, 5, 7}) {
      lines.set(row, lines.get(row).substring(lines.get(row).indexOf(',')));
    }
    lines.replaceAll(line -> line + (line.startsWith("customer_no") ? ",备注" : ",老客户"));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static Json.Object json(HttpResponse<String> answer) {
    return (Json.Object) Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> call(Account by, String method, String path, byte[] body) throws Exception {
    SessionToken token = sessions.begin(by);
    return program.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/octet-stream")
        .header("Cookie", "safehand_session=" + token.exposed())
        .header("X-CSRF-TOKEN", masked(token.derived("form")))
        .method(method, BodyPublishers.ofByteArray(body))
        .build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As pages mask it: here with zeros. */
  private static String masked(String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[bytes.length * 2];
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return Base64.getUrlEncoder().encodeToString(both);
  }
}
