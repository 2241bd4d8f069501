package io.safehand.server.govern.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.ledger.Act;
import io.safehand.core.person.PersonalText;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.runs.Rounds;
import io.safehand.server.custody.records.HeldPeople;
import io.safehand.server.govern.cases.CaseId;
import io.safehand.server.govern.cases.Channel;
import io.safehand.server.govern.cases.Said;
import io.safehand.server.govern.deadlines.Deadline;
import io.safehand.server.govern.deadlines.Deadlines;
import io.safehand.server.start.OpenDoors;
import io.safehand.server.start.SettableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class FeedbackTest {
  @TempDir
  Path folder;
  @Autowired
  Feedback feedback;
  @Autowired
  Deadlines deadlines;
  @Autowired
  Rounds rounds;
  @Autowired
  Ledger ledger;
  @Autowired
  Clock clock;
  @Autowired
  BeanFactory beans;
  private HeldPeople held;
  private Account staff;
  private Instant start;

  @BeforeEach
  void begin() throws Exception {
    start = clock.instant();
    at("2026-11-27T17:30");
    held = HeldPeople.in(OpenDoors.of(beans), folder, 2);
    staff = held.sample().person("staff", Role.STAFF);
  }

  @AfterEach
  void setTheClockBack() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void oneMatterIsOneThreadWhateverTheChannelAndItsClockStandsWhileTheCustomerIsAwaited() {
    CaseId thread = mail();
    assertThat(clockOf(thread).dueAt()).isEqualTo(local("2026-11-30T13:30"));

    at("2026-11-30T09:30");
    feedback.hear(staff, thread, Channel.PHONE, text("客户来电补充：订单号在短信里"));
    assertThat(feedback.answer(staff, thread, Channel.MAIL, text("请问是哪一天的订单？"), true)).isTrue();
    assertThat(clockOf(thread).state()).isEqualTo(Deadline.State.PAUSED);

    at("2026-12-02T10:00");
    rounds.go();
    assertThat(feedback.hear(held.company(), thread, Said.in(Channel.CHAT, text("11 月 3 日")))).isTrue();
    assertThat(clockOf(thread).dueAt()).as("three hours were left").isEqualTo(local("2026-12-02T14:00"));

    assertThat(feedback.answer(staff, thread, Channel.CHAT, text("已更正"), false)).isTrue();
    assertThat(clockOf(thread).state()).isEqualTo(Deadline.State.MET);
    assertThat(feedback.read(staff, thread))
        .map(spoken -> spoken.entry().channel() + " " + spoken.entry().direction())
        .containsExactly("MAIL IN", "PHONE IN", "MAIL OUT", "CHAT IN", "CHAT OUT");
    assertThat(acts()).contains(Act.CASE_READ.code()).doesNotContain(Act.DEADLINE_WARNED.code());
  }

  @Test
  void aWordAfterTheAnswerBeginsANewClock() {
    CaseId thread = mail();
    feedback.answer(staff, thread, Channel.MAIL, text("已处理"), false);
    at("2026-12-01T09:00");
    assertThat(feedback.hear(held.company(), thread, Said.in(Channel.MAIL, text("还是不对")))).isTrue();
    assertThat(clockOf(thread).dueAt()).isEqualTo(local("2026-12-01T14:00"));
    assertThat(deadlines.of(held.company(), thread.subject())).hasSize(2);
  }

  @Test
  void aClosedThreadTakesNothingMore() {
    CaseId thread = mail();
    assertThat(feedback.close(staff, thread)).as("not answered yet").isFalse();
    feedback.answer(staff, thread, Channel.MAIL, text("已处理"), false);
    assertThat(feedback.close(staff, thread)).isTrue();
    assertThat(feedback.hear(held.company(), thread, Said.in(Channel.MAIL, text("又来")))).isFalse();
    assertThat(feedback.answer(staff, thread, Channel.MAIL, text("再答"), false)).isFalse();
    assertThat(feedback.read(staff, thread)).hasSize(2);
  }

  @Test
  void whoIsComplainedAboutCannotReadIt() {
    CaseId complaint = feedback
        .receive(held.company(), Optional.empty(), Said.in(Channel.WEB_FORM, text("态度恶劣")),
            Optional.of(staff.id()))
        .opened()
        .id();
    assertThatThrownBy(() -> feedback.read(staff, complaint)).isInstanceOf(NotAllowed.class);
    assertThat(feedback.open(staff, Optional.empty(), 10)).isEmpty();
    assertThat(feedback.read(held.officer(), complaint)).hasSize(1);
  }

  @Test
  void whoServesNoCustomersReadsNone() {
    CaseId thread = mail();
    assertThatThrownBy(() -> feedback.read(held.sample().administrator(), thread))
        .isInstanceOf(NotAllowed.class);
  }

  private CaseId mail() {
    return feedback
        .receive(held.company(), Optional.of(held.people().getFirst()), Said.in(Channel.MAIL, text("地址写错了")),
            Optional.empty())
        .opened()
        .id();
  }

  private Deadline clockOf(CaseId thread) {
    return deadlines.of(held.company(), thread.subject()).getLast();
  }

  private List<String> acts() {
    ledger.sequence(held.company());
    return ledger.following(held.company(), 0, 1_000).stream().map(LedgerEntry::act).toList();
  }

  private static PersonalText text(String words) {
    return PersonalText.of(words);
  }

  private void at(String local) {
    ((SettableClock) clock).set(local(local));
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}
