package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.Proposal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is not assigned to a deal cannot tell that somebody wants to sell: on no page, by no count, by no answer. */
@PagesTest
class SecrecyTest {
  private static final String CODE_NAME = "Spring Rain";
  /** The log grows with every session of the test itself; what it shows is looked at line by line. */
  private static final List<String> LOGS = List.of("/ledger", "/api/v1/ledger", "/ledger/checkpoint",
      "/api/v1/ledger/checkpoint", "/account", "/keys", "/api/v1/keys", "/actuator/prometheus",
      "/api/v1/trust", "/evidence/trust.json");
  private static final List<Role> OUTSIDE = List.of(Role.DEAL_MANAGER, Role.SELLER_OFFICER,
      Role.SELLER_LAWYER, Role.STAFF);

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Deals deals;
  @Autowired
  Assignments assignments;
  @Autowired
  Decisions decisions;
  @Autowired
  Ledger ledger;
  @Autowired
  Clock clock;
  private SampleCompany company;
  private Account manager;
  private Account insider;
  private final Map<Role, Account> outside = new EnumMap<>(Role.class);

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    manager = company.person("manager", Role.DEAL_MANAGER);
    insider = company.person("insider", Role.SELLER_LAWYER);
    OUTSIDE.forEach(role -> outside.put(role, company.person("outside-" + role.ordinal(), role)));
    outside.put(Role.SECURITY_OFFICER, company.securityOfficer());
    outside.put(Role.ADMINISTRATOR, company.administrator());
  }

  @Test
  void noPageAndNoAnswerChangesWhenADealIsOpenedAndDecidedOn() throws Exception {
    Map<String, String> before = new TreeMap<>();
    Map<Role, RawVisitor> people = new EnumMap<>(Role.class);
    Map<Role, Program> programs = new EnumMap<>(Role.class);
    for (Map.Entry<Role, Account> one : outside.entrySet()) {
      people.put(one.getKey(), RawVisitor.as(port, one.getValue(), sessions));
      programs.put(one.getKey(), Program.withoutKey(port).as(one.getValue(), sessions, keys, clock));
    }
    look(people, programs, before);
    DealId deal = deal();
    deals.propose(company.id(), deal, manager);
    ledger.sequence(company.id());
    Map<String, String> after = new TreeMap<>();
    look(people, programs, after);
    assertThat(before.keySet()).hasSizeGreaterThan(40);
    after.forEach((call, answer) -> assertThat(answer).as(call).isEqualTo(before.get(call)));
  }

  private void look(Map<Role, RawVisitor> people, Map<Role, Program> programs, Map<String, String> seen)
      throws Exception {
    for (String path : reads().toList()) {
      for (Map.Entry<Role, RawVisitor> one : people.entrySet()) {
        seen.put(one.getKey() + " " + path,
            path.startsWith("/api/")
                ? called(Optional.ofNullable(programs.get(one.getKey())).orElseThrow(), path)
                : plain(one.getValue().get(path)));
      }
    }
  }

  private static String called(Program program, String path) {
    return program
        .send(
            program.request(path).header("Safehand-Purpose", "service").header("Safehand-Case", "c-1").GET())
        .toString();
  }

  private static Stream<String> reads() {
    return Policy.shipped()
        .rows()
        .stream()
        .filter(row -> row.method().equals("GET"))
        .map(row -> row.path().getPatternString())
        .filter(path -> !path.contains("{") && !path.contains("*") && !LOGS.contains(path));
  }

  @Test
  void theLogShowsNothingOfIt() throws Exception {
    DealId deal = deal();
    Proposal proposal = deals.propose(company.id(), deal, manager);
    decisions.override(insider, proposal.matter(), proposal.sha256(), "test.reason");
    ledger.sequence(company.id());
    for (Role role : List.of(Role.SECURITY_OFFICER, Role.SELLER_OFFICER, Role.SELLER_LAWYER)) {
      Account account = Optional.ofNullable(outside.get(role)).orElseThrow();
      Program program = Program.withoutKey(port).as(account, sessions, keys, clock);
      ledger.sequence(company.id());
      String list = program.get("/api/v1/ledger?limit=1000").toString();
      assertThat(list).as(role.name()).doesNotContain("deal.", deal.toString(), "decision.");
      long size = ledger.latest(company.id()).orElseThrow().unverifiedCheckpoint().orElseThrow().size();
      for (long number = 0; number < size; number++) {
        assertThat(program.get("/api/v1/ledger/" + number).toString()).as(role + " line " + number)
            .doesNotContain(deal.toString(), proposal.matter().toString(), "deal.");
      }
      String page = plain(RawVisitor.as(port, account, sessions).get("/ledger?deal=" + deal));
      assertThat(page).doesNotContain("deals/" + deal, proposal.matter().toString());
    }
  }

  @Test
  void anIdThatIsRightIsAnsweredLikeOneThatIsNot() throws Exception {
    DealId deal = deal();
    UUID other = UUID.fromString("01976a00-0000-7000-8000-000000000001");
    for (Policy.Row row : Policy.shipped().rows()) {
      String pattern = row.path().getPatternString();
      if (!pattern.contains("{deal}")) {
        continue;
      }
      for (Account account : outside.values()) {
        String right = answer(account, row.method(), filled(pattern, deal.toString()));
        String wrong = answer(account, row.method(), filled(pattern, other.toString()));
        assertThat(right.replace(deal.toString(), "ID"))
            .as(row.method() + " " + pattern + " " + account.roles())
            .isEqualTo(wrong.replace(other.toString(), "ID"));
      }
    }
  }

  private static String filled(String pattern, String deal) {
    return pattern.replace("{deal}", deal).replaceAll("\\{[a-z]+}", "01976a00-0000-7000-8000-000000000002");
  }

  @Test
  void aMatterOfItDoesNotExistForThem() {
    Proposal proposal = deals.propose(company.id(), deal(), manager);
    for (Account account : outside.values()) {
      assertThat(decisions.override(account, proposal.matter(), proposal.sha256(), "test.reason"))
          .isEqualTo(new Verdict.Refused(Verdict.Reason.UNKNOWN_MATTER));
      assertThat(decisions.approve(account, proposal.matter(), "0".repeat(64)))
          .isEqualTo(new Verdict.Refused(Verdict.Reason.UNKNOWN_MATTER));
      assertThat(decisions.waitingFor(account)).isEmpty();
    }
    assertThat(decisions.waitingFor(insider)).hasSize(1);
    assertThat(deals.stage(company.id(), assignments.deals(manager).getFirst().id()))
        .isEqualTo(Stage.PREPARATION);
  }

  private String answer(Account account, String method, String path) throws Exception {
    if (path.startsWith("/api/")) {
      return Program.withoutKey(port).as(account, sessions, keys, clock).get(path).toString();
    }
    RawVisitor visitor = RawVisitor.as(port, account, sessions);
    return plain(method.equals("GET")
        ? visitor.get(path)
        : visitor.post(path,
            Map.of("matter", UUID.randomUUID().toString(), "account", UUID.randomUUID().toString())));
  }

  /** Without what is another for every session. */
  private static String plain(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + "\n"
        + answer.body()
            .replaceAll("name=\"(_?csrf)\" (content|value)=\"[^\"]*\"", "")
            .replaceAll("value=\"[A-Za-z0-9_-]{40,}\"", "");
  }

  private DealId deal() {
    DealId deal = deals.open(company.id(),
        DealTerms.of(DealType.MERGER_DIVISION, CODE_NAME, company.id(), SampleCompany.in(access).id()),
        manager);
    assignments.assign(deal, insider.id(), manager);
    return deal;
  }
}
