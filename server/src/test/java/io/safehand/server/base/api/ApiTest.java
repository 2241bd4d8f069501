package io.safehand.server.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class ApiTest {
  private static final String PROBLEM = "urn:safehand:problem:";
  private static final String HOLDS = "/api/v1/holds";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Standing standing;
  @Autowired
  Ledger ledger;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account officer;
  private Program program;

  @BeforeEach
  void aProgramOfTheSecurityOfficer() {
    company = SampleCompany.in(access);
    officer = company.securityOfficer();
    program = Program.withoutKey(port).as(officer, sessions, keys, clock);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "\u0000", "\uFEFF{}", "{\"items\":1}",
    "{\"items\":[1]}", "{\"items\":[],\"items\":[]}", "{\"items\":[],\"more\":1}", "{} {}",
    "{\"items\":[{\"a\":1e999}]}"})
  void refusesWhatIsNoJsonOfOurs(String body) {
    Program.Answer answer = program.post(HOLDS, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(PROBLEM + "api.json");
  }

  @Test
  void refusesDeepAndLargeJson() {
    assertThat(program.post(HOLDS, "[".repeat(100_000)).problem()).isEqualTo(PROBLEM + "api.json");
    Program.Answer large = program.post(HOLDS, "{\"items\":[\"" + "x".repeat(2 << 20) + "\"]}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.problem()).isEqualTo(PROBLEM + "api.too-large");
    String items = String.join(",", Collections.nCopies(1_001, "{}"));
    assertThat(program.post(HOLDS, "{\"items\":[" + items + "]}").problem())
        .isEqualTo(PROBLEM + "api.too-many-items");
  }

  @Test
  void refusesWithStableTypes() {
    assertThat(program.get("/api/v1/ledger/999999").problem()).isEqualTo(PROBLEM + "not-found");
    assertThat(program.get("/api/v1/ledger/x").problem()).isEqualTo(PROBLEM + "malformed");
    assertThat(program.get("/api/v1/ledger?from=yesterday").problem()).isEqualTo(PROBLEM + "malformed");
    assertThat(program.get("/api/v1/ledger?limit=0").problem()).isEqualTo(PROBLEM + "api.limit");
    assertThat(program.get("/api/v1/ledger?limit=99999").problem()).isEqualTo(PROBLEM + "api.limit");
    assertThat(program.get("/api/v1/ledger?after=x").problem()).isEqualTo(PROBLEM + "api.after");
    assertThat(program.get("/api/v1/nothing").problem()).isEqualTo(PROBLEM + "not-found");
    assertThat(program.delete(HOLDS + "/" + UUID.randomUUID()).problem())
        .isEqualTo(PROBLEM + "holds.not-in-force");
    assertThat(program.post(HOLDS, "{}", "Content-Type", "text/plain").problem())
        .isEqualTo(PROBLEM + "media-type");
  }

  @Test
  void refusesWhoeverMayNot() {
    Program nobody = Program.withoutKey(port);
    assertThat(nobody.get("/api/v1/ledger").problem()).isEqualTo(PROBLEM + "sign-in-first");
    assertThat(nobody.withKey("shk_" + "A".repeat(43)).get("/api/v1/ledger").problem())
        .isEqualTo(PROBLEM + "sign-in-first");
    Program administrator = nobody.as(company.administrator(), sessions, keys, clock);
    assertThat(administrator.get("/api/v1/ledger").problem()).isEqualTo(PROBLEM + "not-allowed");
  }

  @Test
  void repeatsNothingOfTheRequest() {
    String canary = "canary-8f3a";
    for (Program.Answer answer : List.of(program.post(HOLDS, "{\"" + canary + "\":1}"),
        program.get("/api/v1/ledger?from=" + canary), program.get("/api/v1/ledger/" + canary))) {
      assertThat(answer.status()).isGreaterThanOrEqualTo(400);
      assertThat(answer.toString()).doesNotContain(canary);
    }
  }

  @Test
  void aRepeatedCallCountsOnce() {
    Program.Answer first = program.post(HOLDS, hold(), "Idempotency-Key", "k-1");
    Program.Answer again = program.post(HOLDS, hold(), "Idempotency-Key", "k-1");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(standing.all(company.id())).hasSize(1);
  }

  @Test
  void aKeyIsForOneRequestOfOneAccount() {
    program.post(HOLDS, hold(), "Idempotency-Key", "k-1");
    Program.Answer other = program.post(HOLDS, "{\"items\":[]}", "Idempotency-Key", "k-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo(PROBLEM + "api.key-reused");
    Account seller = company.person("seller", Role.SELLER_OFFICER);
    Program sellers = Program.withoutKey(port).as(seller, sessions, keys, clock);
    assertThat(sellers.post(HOLDS, hold(), "Idempotency-Key", "k-1").status()).isEqualTo(200);
    assertThat(standing.all(company.id())).hasSize(2);
    assertThat(program.post(HOLDS, hold(), "Idempotency-Key", "with space").problem())
        .isEqualTo(PROBLEM + "api.key");
  }

  @Test
  void noKeyForAnswersThatShowPeopleOrAreFiles() {
    assertThat(program.post(HOLDS, hold(), "Idempotency-Key", "k-3", "Safehand-Purpose", "service").problem())
        .isEqualTo(PROBLEM + "api.key-not-here");
    assertThat(standing.all(company.id())).isEmpty();
    String evidence = "{\"deal\":\"" + UUID.randomUUID() + "\"}";
    assertThat(program.post("/api/v1/evidence", evidence).status()).isEqualTo(404);
    Program.Answer refused = program.post("/api/v1/evidence", evidence, "Idempotency-Key", "k-3");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo(PROBLEM + "api.key-not-here");
  }

  @Test
  void aRefusedCallMayBeRepeatedWithItsKey() {
    assertThat(program.post(HOLDS, "{", "Idempotency-Key", "k-2").status()).isEqualTo(400);
    assertThat(program.post(HOLDS, "{}", "Idempotency-Key", "k-2").status()).isEqualTo(400);
    assertThat(program.post(HOLDS, hold(), "Idempotency-Key", "k-2").status()).isEqualTo(200);
  }

  @Test
  void manyAtOnceWithOneKeyDoOneAct() throws InterruptedException {
    ConcurrentLinkedQueue<Program.Answer> answers = new ConcurrentLinkedQueue<>();
    List<Thread> calls = IntStream.range(0, 12)
        .mapToObj(n -> Thread.ofVirtual()
            .start(() -> answers.add(program.post(HOLDS, hold(), "Idempotency-Key", "race"))))
        .toList();
    for (Thread call : calls) {
      call.join();
    }
    assertThat(standing.all(company.id())).hasSize(1);
    assertThat(answers).hasSize(12)
        .allMatch(answer -> answer.status() == 200 || answer.problem().equals(PROBLEM + "api.key-busy"));
  }

  @Test
  void anAnswerIsKeptSealed() {
    Program.Answer answer = program.post(HOLDS, hold(), "Idempotency-Key", "sealed");
    String id = answer.json().array("results").objects().getFirst().text("id");
    byte[] kept = storage.in(company.id(),
        () -> storage.jdbc()
            .sql("select sealed from api.answer where company_id = ? and status = 200")
            .param(company.id().value())
            .query((row, n) -> row.getBytes(1))
            .single());
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(id);
  }

  @Test
  void whatAServerThatDiedWasDoingNobodyKnows() {
    program.post(HOLDS, hold(), "Idempotency-Key", "died");
    storage.run(company.id(),
        () -> storage.jdbc()
            .sql("update api.answer set status = null, at = at - interval '11 minutes' where company_id = ?")
            .param(company.id().value())
            .update());
    Program.Answer answer = program.post(HOLDS, hold(), "Idempotency-Key", "died");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo(PROBLEM + "api.key-unknown");
    assertThat(standing.all(company.id())).hasSize(1);
  }

  @Test
  void eachItemIsAnsweredForItself() {
    String items = "{\"items\":[" + subject("COMPANY", company.id().toString()) + ","
        + subject("NOTHING", "x") + "," + subject("DEAL", UUID.randomUUID().toString()) + ",{}]}";
    List<Json.Object> results = program.post(HOLDS, items).json().array("results").objects();
    assertThat(results).extracting(result -> result.text("status"))
        .containsExactly("done", "refused", "refused", "refused");
    assertThat(results.stream().skip(1)).extracting(result -> result.text("code"))
        .containsExactly("holds.malformed", "holds.unknown-subject", "api.json");
  }

  @Test
  void noCallReachesAnotherCompany() {
    SampleCompany other = SampleCompany.in(access);
    Program others = Program.withoutKey(port).as(other.securityOfficer(), sessions, keys, clock);
    String id = program.post(HOLDS, hold()).json().array("results").objects().getFirst().text("id");
    assertThat(others.delete(HOLDS + "/" + id).status()).isEqualTo(404);
    for (String subject : List.of(subject("COMPANY", company.id().toString()),
        subject("ACCOUNT", officer.who()))) {
      assertThat(others.post(HOLDS, "{\"items\":[" + subject + "]}").toString())
          .contains("holds.unknown-subject");
    }
    assertThat(standing.all(other.id())).isEmpty();
    assertThat(standing.all(company.id())).hasSize(1);
    assertThat(program.delete(HOLDS + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void pagesOfTheLedgerHoldEachLineOnce() {
    ledger.sequence(company.id());
    List<Long> all = new ArrayList<>();
    Json.Object page = program.get("/api/v1/ledger?limit=3").json();
    while (page.has("next")) {
      page.array("items").objects().forEach(item -> all.add(item.number("number")));
      page = program.get("/api/v1/ledger?limit=3&after=" + page.text("next")).json();
    }
    page.array("items").objects().forEach(item -> all.add(item.number("number")));
    assertThat(all).doesNotHaveDuplicates().contains(0L).hasSizeGreaterThan(3);
    assertThat(program.get("/api/v1/ledger/0").json().text("verdict")).isEqualTo("HOLDS");
    assertThat(program.get("/api/v1/ledger/checkpoint").json().text("note")).contains("safehand");
  }

  private String hold() {
    return "{\"items\":[" + subject("COMPANY", company.id().toString()) + "]}";
  }

  private static String subject(String kind, String id) {
    return "{\"subject\":{\"kind\":\"" + kind + "\",\"id\":\"" + id
        + "\"},\"effect\":\"FREEZE\",\"reason\":\"incident.freeze\"}";
  }
}
