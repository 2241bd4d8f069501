package io.safehand.server.govern.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.custody.records.HeldPeople;
import io.safehand.server.govern.deadlines.Deadline;
import io.safehand.server.govern.deadlines.Deadlines;
import io.safehand.server.govern.deadlines.Regime;
import io.safehand.server.start.OnDisk;
import io.safehand.server.start.OpenDoors;
import io.safehand.server.start.SettableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class CasesTest {
  private static final Regime ANSWER = new Regime("test.request", Regime.Origin.INTERNAL, Term.parse("P15W"),
      Term.parse("P1W"));
  private static final String CANARY = "kettle-canary-5521 我要求删除";

  @TempDir
  Path folder;
  @Autowired
  Cases cases;
  @Autowired
  Deadlines deadlines;
  @Autowired
  Clock clock;
  @Autowired
  BeanFactory beans;
  private HeldPeople held;
  private Instant start;

  @BeforeEach
  void begin() throws Exception {
    start = clock.instant();
    held = HeldPeople.in(OpenDoors.of(beans), folder, 3);
  }

  @AfterEach
  void setTheClockBack() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void onlyNumberAndSecretTogetherShowACase() {
    Opened one = request();
    Opened other = request();

    assertThat(cases.find(held.company(), one.opened().number(), one.secret())).hasValue(one.opened());
    assertThat(cases.find(held.company(), one.opened().number(), other.secret())).isEmpty();
    assertThat(cases.find(held.company(), other.opened().number(), one.secret())).isEmpty();
  }

  @Test
  void aMoveThatLacksSomethingChangesNothing() {
    Case opened = request().opened();

    assertThat(move(opened, "ACCEPTED")).hasValue(new MoveRefused("RECEIVED", "ACCEPTED", Set.of()));
    assertThat(move(opened, "UNDER_REVIEW"))
        .hasValue(new MoveRefused("RECEIVED", "UNDER_REVIEW", Set.of("identity")));
    assertThat(now(opened)).isEqualTo(opened);
    assertThat(move(opened, "UNDER_REVIEW", "identity")).isEmpty();
    assertThat(now(opened).state()).isEqualTo("UNDER_REVIEW");
  }

  @Test
  void theClockStandsWhileTheCustomerIsAwaited() {
    Case opened = request().opened();
    move(opened, "UNDER_REVIEW", "identity");
    Instant due = deadline(opened).dueAt();
    move(opened, "ON_HOLD", "reason", "told");
    ((SettableClock) clock).set(start.plus(Duration.ofDays(40)));
    assertThat(deadline(opened).state()).isEqualTo(Deadline.State.PAUSED);

    move(opened, "UNDER_REVIEW");

    assertThat(deadline(opened).state()).isEqualTo(Deadline.State.RUNNING);
    assertThat(deadline(opened).dueAt()).isAfter(due.plus(Duration.ofDays(20)));
    move(opened, "REFUSED", "reason", "told");
    assertThat(deadline(opened).state()).isEqualTo(Deadline.State.MET);
  }

  @Test
  void whoeverACaseComplainsAboutCannotTellThatItIsThere() {
    Account staff = held.sample().person("staff", Role.STAFF);
    Case complaint = cases
        .open(held.company(),
            new Opening("feedback", Optional.empty(), Channel.PORTAL, "complaint", Optional.of(staff.id()),
                List.of()),
            "customer")
        .opened();

    assertThat(cases.find(staff, complaint.id())).isEmpty();
    assertThat(cases.open(staff, "feedback", Optional.empty(), 10)).isEmpty();
    assertThat(cases.assign(held.company(), complaint.id(), staff.id(), held.officer().who())).isFalse();
    assertThat(cases.find(held.officer(), complaint.id())).hasValue(complaint);
    assertThat(cases.open(held.officer(), "feedback", Optional.empty(), 10)).containsExactly(complaint);
  }

  @Test
  void whatWasSaidIsReadInOrderAndLiesSealed() throws Exception {
    Case opened = request().opened();
    cases.enter(held.company(), opened.id(), Said.in(Channel.PORTAL, PersonalText.of(CANARY)));
    cases.enter(held.company(), opened.id(),
        Said.out(Channel.MAIL, held.officer().who(), PersonalText.of("已收到")));

    List<String> said = cases.entries(held.company(), opened.id())
        .stream()
        .map(entry -> cases.text(held.company(), opened.id(), entry).exposed())
        .toList();

    assertThat(said).containsExactly(CANARY, "已收到");
    assertThat(OnDisk.holding("kettle-canary-5521")).isEmpty();
  }

  @Test
  void ofAShreddedPersonItStaysKnownThatThereWasACaseAndNothingElse() throws Exception {
    Opened opened = request();
    cases.enter(held.company(), opened.opened().id(), Said.in(Channel.PORTAL, PersonalText.of(CANARY)));

    held.shred(held.people().getFirst());

    assertThat(cases.entries(held.company(), opened.opened().id())).isEmpty();
    assertThat(cases.find(held.company(), opened.opened().number(), opened.secret()).orElseThrow().person())
        .isEmpty();
    assertThat(cases.of(held.company(), held.people().getFirst())).isEmpty();
  }

  @Test
  void ofManyMovesAtTheSameMomentOneIsMade() throws Exception {
    Case opened = request().opened();
    List<Callable<Optional<MoveRefused>>> moves = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      moves.add(() -> move(opened, "VERIFYING"));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      int made = 0;
      for (Future<Optional<MoveRefused>> one : pool.invokeAll(moves)) {
        made += one.get().isEmpty() ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  private Opened request() {
    return cases.open(held.company(), new Opening("request", Optional.of(held.people().getFirst()),
        Channel.PORTAL, "delete", Optional.empty(), List.of(ANSWER)), "customer");
  }

  private Optional<MoveRefused> move(Case one, String to, String... shown) {
    return cases.move(held.company(), one.id(), new Move(to, Set.of(shown), "", held.officer().who()));
  }

  private Case now(Case one) {
    return cases.find(held.company(), one.id()).orElseThrow();
  }

  private Deadline deadline(Case one) {
    return deadlines.of(held.company(), one.id().subject()).getFirst();
  }
}
