package io.safehand.watched;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.access.Role;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.custody.disclosure.web.TeaCustomers;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One value is typed into every field of every page by people of every role, and sent in every part of every call by
 * programs; three customers are searched for and looked at. Then everything is searched that somebody sees who only
 * watches, or who may not see customers. What must be found shows that each search would find.
 */
class WatchedServerTest {
  private static final String CANARY = "欧阳金丝雀13909170042";
  private static final List<String> TYPED = List.of("金丝雀", "13909170042",
      URLEncoder.encode("金丝雀", StandardCharsets.UTF_8));
  private static final List<String> OF_CUSTOMERS = List.of(TeaCustomers.NAME, TeaCustomers.MOBILE,
      TeaCustomers.EMAIL, "13900005678", "luyao@example.net", "heqing@example.net");
  private static final String SOMETHING = "00000000-0000-7000-8000-000000000000";
  private static final Pattern ROW = Pattern.compile("(?m)^  (GET|POST|PUT|DELETE) (/[^:]*):");
  private static final Pattern RECORD = Pattern.compile("href=\"(/customers/[^/\"]+/[^/\"]+)\"");

  private static WatchedServer server;
  private static final Map<String, Seen> SHOWN = new LinkedHashMap<>();
  private static final Map<String, String> ANSWERED = new LinkedHashMap<>();
  private static String metrics = "";
  private static String officersRecord = "";

  /** Of a page that was shown, all pages together being too long to keep: whether it had a content, and whose values. */
  private record Seen(boolean content, List<String> values) {
    static Seen of(String page) {
      return new Seen(page.contains("id=\"content\""), found(page, OF_CUSTOMERS));
    }
  }

  @BeforeAll
  static void everybodyDoesEverything() throws Exception {
    server = WatchedServer.start();
    try (WatchedServer watched = server) {
      officersRecord = lookedAt(Role.SELLER_OFFICER);
      SHOWN.put("record seen by staff", Seen.of(lookedAt(Role.STAFF)));
      for (Role role : watched.roles()) {
        openEveryPage(role);
      }
      for (Role role : List.of(Role.SELLER_OFFICER, Role.SECURITY_OFFICER)) {
        sendEveryCall(role);
      }
      metrics = watched.visitor(Role.STAFF).get("/actuator/prometheus").body();
    }
  }

  @AfterAll
  static void forget() {
    SHOWN.clear();
    ANSWERED.clear();
  }

  @Test
  void noLogLineOfAnyLevelHasAValue() throws IOException {
    List<String> there = List.of(" TRACE ", " DEBUG ", "io.safehand.server.");
    assertThat(written("log", there)).containsAll(there);
    assertThat(written("log", TYPED)).isEmpty();
    assertThat(written("log", OF_CUSTOMERS)).isEmpty();
  }

  @Test
  void noAddressHasAValue() throws IOException {
    List<String> there = List.of("POST /customers HTTP/1.1", "GET /api/v1/customers/", SOMETHING);
    assertThat(written("access_log", there)).containsAll(there);
    assertThat(written("access_log", TYPED)).isEmpty();
    assertThat(written("access_log", OF_CUSTOMERS)).isEmpty();
  }

  @Test
  void noMetricHasAValueOrAnId() {
    assertThat(metrics).contains("safehand_open 1.0", "uri=\"/customers/{inquiry}/{person}\"",
        "jvm_memory_used");
    assertThat(found(metrics, TYPED)).isEmpty();
    assertThat(found(metrics, OF_CUSTOMERS)).isEmpty();
    assertThat(metrics).doesNotContain(SOMETHING);
  }

  @Test
  void noAnswerTellsAProgramBackWhatItSent() {
    assertThat(ANSWERED).hasSizeGreaterThan(200);
    assertThat(ANSWERED.values()).anyMatch(answer -> answer.contains("problem+json"));
    assertThat(ANSWERED).allSatisfy((call, answer) -> assertThat(found(answer, TYPED)).as(call).isEmpty());
  }

  @Test
  void whoMayNotSeeACustomerFindsNoValueOnAnyPage() {
    assertThat(found(officersRecord, OF_CUSTOMERS)).as("the officer may see").isNotEmpty();
    for (Role role : server.roles()) {
      assertThat(SHOWN.get(role + " at last")).as(role + " was there to the end")
          .isEqualTo(new Seen(true, List.of()));
    }
    assertThat(SHOWN).allSatisfy((page, seen) -> assertThat(seen.values()).as(page).isEmpty());
  }

  private static String lookedAt(Role role) throws Exception {
    RawVisitor who = server.visitor(role);
    HttpResponse<String> asked = who.post("/customers",
        Map.of("purpose", "service", "field", "mobile", "value", TeaCustomers.MOBILE, "matter", "case-1"));
    String hits = who.get(asked.headers().firstValue("location").orElseThrow()).body();
    if (role != Role.SELLER_OFFICER) {
      SHOWN.put("those found by " + role, Seen.of(hits));
    }
    return who.get(RECORD.matcher(hits).results().findFirst().orElseThrow().group(1)).body();
  }

  /** Each page by its bare address, and each form on it filled in and sent. */
  private static void openEveryPage(Role role) throws Exception {
    RawVisitor who = server.visitor(role);
    for (String path : paths("GET")) {
      boolean describesCalls = path.startsWith("/api"); // by examples with an invented number
      String page = describesCalls ? "" : shown(role, path, who.get(path));
      for (Forms.Form form : Forms.of(page, CANARY)) {
        shown(role, "after " + form.action(), who.post(form.action(), form.fields()));
      }
    }
    Map<String, String> everything = Forms.everyName(CANARY);
    for (String path : paths("POST")) {
      if (!path.startsWith("/api/") && !path.equals("/sign-out")) {
        shown(role, "everything to " + path, who.post(path, everything));
      }
    }
    shown(role, "at last", who.get("/board"));
  }

  private static String shown(Role role, String what, HttpResponse<String> answer) {
    SHOWN.put(role + " " + what, Seen.of(answer.headers().map() + answer.body()));
    return answer.body();
  }

  private static void sendEveryCall(Role role) {
    Program program = server.program(role);
    for (String method : List.of("POST", "PUT", "DELETE", "GET")) {
      for (String path : paths(method)) {
        if (path.startsWith("/api/v1/")) {
          for (String body : List.of(CANARY, "{\"" + CANARY + "\": \"" + CANARY + "\"}",
              "{\"field\": \"" + CANARY + "\", \"value\": \"" + CANARY + "\"}")) {
            call(role, program, method, path, body);
          }
        }
      }
    }
  }

  private static void call(Role role, Program program, String method, String path, String body) {
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    for (String reason : List.of("service", encoded())) {
      Program.Answer answer = program.send(program.request(path)
          .header("Content-Type", "application/json")
          .header("Safehand-Purpose", reason)
          .header("Safehand-Case", reason)
          .header("Idempotency-Key", encoded())
          .method(method, sent));
      ANSWERED.put(role + " " + method + " " + path + " " + body.length() + " " + reason, answer.toString());
    }
  }

  /** A header takes no other letters. */
  private static String encoded() {
    return URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
  }

  private static List<String> paths(String method) {
    try {
      return ROW.matcher(Files.readString(Path.of("src", "main", "resources", "policy.yaml")))
          .results()
          .filter(row -> row.group(1).equals(method))
          .map(row -> row.group(2).replaceAll("\\{[^}]*}", SOMETHING).replace("/**", "/none"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> found(String text, List<String> values) {
    return values.stream().filter(text::contains).toList();
  }

  /** Which of the values stand in a line of the files that begin so; a log of everything does not fit into memory. */
  private static Set<String> written(String beginning, List<String> values) throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.list(server.folder())) {
      for (Path file : files.filter(each -> each.getFileName().toString().startsWith(beginning)).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.forEach(line -> found.addAll(found(line, values)));
        }
      }
    }
    return found;
  }
}
