package io.safehand.server.site.oversight;

import io.safehand.core.json.Json;
import io.safehand.core.vault.KnownAnswers;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.keys.KeyFact;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.keys.SelfTests;
import io.safehand.server.base.signin.Session;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.start.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Keys and security: what protects the data, how old it is, who is signed in, what is on hold. */
@Controller
class KeysPage {
  private static final Role[] SEERS = {Role.SECURITY_OFFICER, Role.AUDITOR};

  private final Keys keys;
  private final SelfTests selfTests;
  private final Sessions sessions;
  private final Holding holding;
  private final Access access;
  private final Tables tables;
  private final Settings settings;
  private final Clock clock;

  KeysPage(Keys keys, SelfTests selfTests, Sessions sessions, Holding holding, Access access, Tables tables,
      Settings settings, Clock clock) {
    this.keys = keys;
    this.selfTests = selfTests;
    this.sessions = sessions;
    this.holding = holding;
    this.access = access;
    this.tables = tables;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/keys")
  ModelAndView show(Account account, TableQuery query, HttpServletRequest request) {
    access.require(account.company(), account, SEERS);
    SelfTests.Outcome tests = selfTests.recent();
    return tables
        .show("oversight/keys", query, keyTable().of(keys.facts(account.company())),
            AlgorithmUse.TABLE.of(List.of(AlgorithmUse.values())), testTable().of(tests.answers()),
            sessionTable(account).of(sessions.ofCompany(account)),
            holdTable(account).of(holding.all(account)))
        .addObject("mode", keys.mode().name())
        .addObject("house", keys.house())
        .addObject("copies", keys.rootCopies())
        .addObject("tested", tests)
        .addObject("connection", Connection.of(request))
        .addObject("embedded", settings.database().url() == null)
        .addObject("mayAct", account.has(Role.SECURITY_OFFICER));
  }

  /** How this page itself came to its reader. */
  record Connection(boolean isSecure, String protocol, String suite) {
    static Connection of(HttpServletRequest request) {
      return new Connection(request.isSecure(), text(request, "jakarta.servlet.request.secure_protocol"),
          text(request, "jakarta.servlet.request.cipher_suite"));
    }

    private static String text(HttpServletRequest request, String attribute) {
      return Optional.ofNullable(request.getAttribute(attribute)).map(String::valueOf).orElse("");
    }
  }

  private Table<KeyFact> keyTable() {
    return Table.<KeyFact>named("keys.list")
        .with("kind", key -> Cell.code("keys.kind", key.kind()))
        .with("algorithm", key -> Cell.text(key.algorithm()))
        .with("since", key -> key.since().map(Cell::time).orElse(Cell.NOTHING))
        .with("age", key -> key.since().map(since -> Cell.count(days(since))).orElse(Cell.NOTHING))
        .with("copies", key -> Cell.count(key.copies()))
        .with("version", key -> Cell.count(key.version()))
        .with("epoch", key -> Cell.count(key.epoch()))
        .with("id", key -> Cell.text(key.id()));
  }

  private long days(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toDays());
  }

  private static Table<KnownAnswers.Answer> testTable() {
    return Table.<KnownAnswers.Answer>named("keys.tests")
        .with("algorithm", answer -> Cell.text(answer.algorithm()))
        .with("answer", answer -> new Cell.Code("keys.answer", answer.passed() ? "right" : "wrong",
            answer.passed() ? Cell.Tone.GOOD : Cell.Tone.BAD));
  }

  private Table<Session> sessionTable(Account account) {
    Table<Session> table = Table.<Session>named("keys.sessions")
        .with("who", session -> Cell.text(handle(account, session.account())))
        .with("begun", session -> Cell.time(session.begun()))
        .with("seen", session -> Cell.time(session.seen()))
        .with("ends", session -> Cell.time(session.ends()));
    return account.has(Role.SECURITY_OFFICER)
        ? table.with("end",
            session -> new Cell.Button("keys.sessions.end", "/keys/sessions/" + session.id() + "/end"))
        : table;
  }

  private Table<Hold> holdTable(Account account) {
    Table<Hold> table = Table.<Hold>named("keys.holds")
        .with("subject", hold -> Cell.code("keys.subject", hold.subject().kind().name()))
        .with("id", hold -> Cell.text(hold.subject().id()))
        .with("effect", hold -> Cell.code("keys.effect", hold.effect().name()))
        .with("reason", hold -> Cell.code("keys.reason", hold.reason()))
        .with("from", hold -> Cell.time(hold.from()))
        .with("until", hold -> hold.until().map(Cell::time).orElse(Cell.NOTHING));
    return account.has(Role.SECURITY_OFFICER)
        ? table.with("lift", hold -> new Cell.Button("keys.holds.lift", "/keys/holds/" + hold.id() + "/lift"))
        : table;
  }

  private String handle(Account account, AccountId id) {
    return access.account(account.company(), id).map(Account::handle).orElse(id.toString());
  }

  @PostMapping("/keys/tests")
  String test(Account account) {
    access.require(account.company(), account, SEERS);
    return selfTests.run().passed()
        ? "redirect:/keys?done=keys.tested"
        : "redirect:/keys?refused=keys.tested";
  }

  @PostMapping("/keys/sessions/{session}/end")
  String end(Account account, @PathVariable UUID session) {
    return sessions.endAny(account, session)
        ? "redirect:/keys?done=keys.session-ended"
        : "redirect:/keys?refused=keys.no-session";
  }

  @PostMapping("/keys/holds")
  String place(Account account, @RequestParam String kind, @RequestParam String subject,
      @RequestParam String effect, @RequestParam String reason) {
    String id = kind.equals("COMPANY") ? account.company().toString() : subject.strip();
    try {
      holding.place(account, new Holding.Wanted(kind, id, effect, reason, Optional.empty()));
      return "redirect:/keys?done=holds.placed";
    } catch (RequestRefused refused) {
      return "redirect:/keys?refused=" + refused.code();
    }
  }

  @PostMapping("/keys/holds/{hold}/lift")
  String lift(Account account, @PathVariable UUID hold) {
    try {
      holding.lift(account, hold);
      return "redirect:/keys?done=holds.lifted";
    } catch (RequestRefused refused) {
      return "redirect:/keys?refused=" + refused.code();
    }
  }

  @GetMapping("/api/v1/keys")
  @ResponseBody
  Json json(Account account) {
    access.require(account.company(), account, SEERS);
    SelfTests.Outcome tests = selfTests.recent();
    return Json.object()
        .with("house", keys.house())
        .with("unsealMode", keys.mode().name())
        .with("rootCopies", keys.rootCopies().size())
        .with("keys", keys.facts(account.company()).stream().map(KeysPage::json).toList())
        .with("selfTests", Json.object().with("at", tests.at().toString()).with("passed", tests.passed()));
  }

  private static Json.Object json(KeyFact key) {
    Json.Object json = Json.object()
        .with("kind", key.kind())
        .with("algorithm", key.algorithm())
        .with("id", key.id())
        .with("copies", key.copies())
        .with("version", key.version())
        .with("epoch", key.epoch());
    return key.since().map(since -> json.with("since", since.toString())).orElse(json);
  }
}
