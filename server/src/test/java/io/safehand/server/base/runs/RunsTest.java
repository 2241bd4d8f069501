package io.safehand.server.base.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SafehandTest
@Import(RunsTest.Kinds.class)
class RunsTest {
  @Autowired
  Runs runs;
  @Autowired
  Clock clock;
  @Autowired
  Access access;
  @Autowired
  Script script;
  @Autowired
  Storage storage;

  private Account officer;

  private Instant start;

  @BeforeEach
  void anOfficer() {
    start = clock.instant();
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
  }

  @AfterEach
  void backToTheStart() {
    settable().set(start);
  }

  @Test
  void workIsDoneInTheBackgroundInTheNameOfWhoBeganIt() throws Exception {
    Play play = script.on("deal/1");
    UUID id = begin("deal/1").orElseThrow();
    RunKind.Progress progress = play.begun(officer);
    progress.of(2_000);
    progress.reached(1_000);
    assertThat(run(id)).returns(Run.State.RUNNING, Run::state)
        .returns(1_000L, Run::done)
        .returns(2_000L, Run::total);
    play.end(Optional.empty());
    assertThat(over(id).state()).isEqualTo(Run.State.DONE);
  }

  @Test
  void oneAtATimeWorksOnASubject() throws Exception {
    Play play = script.on("deal/2");
    UUID first = begin("deal/2").orElseThrow();
    assertThat(begin("deal/2")).isEmpty();
    play.end(Optional.empty());
    over(first);
    settable().advance(Duration.ofSeconds(1));
    UUID second = begin("deal/2").orElseThrow();
    play.end(Optional.empty());
    over(second);
    assertThat(runs.of(officer.company(), "deal/2")).extracting(Run::id).containsExactly(second, first);
  }

  @Test
  void aRunIsNeverThereWithoutTheClaimOnIt() throws Exception {
    script.on("deal/6").end(Optional.empty());
    UUID id = storage.in(officer.company(), () -> {
      UUID begun = begin("deal/6").orElseThrow();
      assertThat(storage.jdbc()
          .sql("select count(*) from runs.claim where task_instance = ?")
          .param(officer.company() + "/" + begun)
          .query(Long.class)
          .single()).isEqualTo(1);
      return begun;
    });
    assertThat(over(id).state()).isEqualTo(Run.State.DONE);
  }

  @Test
  void aRefusalEndsItWithItsCode() throws Exception {
    UUID id = begin("deal/3").orElseThrow();
    script.on("deal/3").end(Optional.of(new RunKind.Cannot("test.refused", new IOException())));
    assertThat(over(id)).returns(Run.State.FAILED, Run::state).returns("test.refused", Run::problem);
  }

  @Test
  void whatBrokeIsTakenUpAgain() throws Exception {
    Play play = script.on("deal/4");
    UUID id = begin("deal/4").orElseThrow();
    play.end(Optional.of(new IOException("broken")));
    assertThat(run(id).state()).isEqualTo(Run.State.RUNNING);
    play.end(Optional.empty());
    assertThat(over(id).state()).isEqualTo(Run.State.DONE);
  }

  @Test
  void itEndsWhenSomebodyCancelsIt() throws Exception {
    Play play = script.on("deal/5");
    UUID id = begin("deal/5").orElseThrow();
    RunKind.Progress progress = play.begun(officer);
    assertThat(runs.cancel(officer.company(), "deal/6", id)).as("a run on something else").isFalse();
    assertThat(runs.cancel(officer.company(), "deal/5", id)).isTrue();
    assertThat(runs.cancel(officer.company(), "deal/5", id)).isFalse();
    assertThatThrownBy(() -> progress.reached(100_000)).isInstanceOfSatisfying(RunKind.Cancelled.class,
        asked -> play.ends.add(Optional.of(asked)));
    assertThat(over(id).state()).isEqualTo(Run.State.CANCELLED);
  }

  private Optional<UUID> begin(String subject) {
    return runs.begin(officer, "test.scripted", subject);
  }

  private Run run(UUID id) {
    return runs.find(officer.company(), id).orElseThrow();
  }

  /** The run when it is over; the row is written behind the work. */
  private Run over(UUID id) {
    Run run = run(id);
    long givenUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!run.state().isOver() && System.nanoTime() < givenUp) {
      settable().advance(Duration.ofSeconds(1));
      run = run(id);
    }
    return run;
  }

  private SettableClock settable() {
    return (SettableClock) clock;
  }

  /** What one subject's work does, as a test says. */
  static final class Play {
    private final BlockingQueue<Started> started = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<Optional<Exception>> ends = new ArrayBlockingQueue<>(10);

    private record Started(Account by, RunKind.Progress progress) {}

    /** The work has begun, in the name of this account. */
    RunKind.Progress begun(Account by) throws InterruptedException {
      Started found = started.poll(20, TimeUnit.SECONDS);
      assertThat(found).as("the run began").isNotNull();
      assertThat(found.by()).isEqualTo(by);
      return found.progress();
    }

    void end(Optional<Exception> how) throws InterruptedException {
      ends.put(how);
    }
  }

  /** Work that tests steer. */
  static final class Script implements RunKind {
    private final Map<String, Play> plays = new ConcurrentHashMap<>();

    Play on(String subject) {
      return plays.computeIfAbsent(subject, first -> new Play());
    }

    @Override
    public String code() {
      return "test.scripted";
    }

    @Override
    public void go(Run run, Account by, Progress progress) throws Exception {
      Play play = on(run.subject());
      play.started.put(new Play.Started(by, progress));
      Optional<Exception> end = play.ends.take();
      if (end.isPresent()) {
        throw end.get();
      }
    }
  }

  @TestConfiguration
  static class Kinds {
    @Bean
    Script script() {
      return new Script();
    }
  }
}
