package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.notices.PersonalLinks.Said;
import io.safehand.server.start.SettableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What people do with the links in their letters. */
@SafehandTest
@TestPropertySource(properties = "safehand.mail.sink=true")
class PersonalLinksTest {
  @TempDir
  Path folder;
  @Autowired
  ApplicationContext server;
  @Autowired
  PersonalLinks links;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;
  private SampleCampaign sent;
  private String token;

  @BeforeEach
  void aCampaignThatWentOut() throws Exception {
    sent = new SampleCampaign(server, folder, 40, new UUID(0, 81), LegalPath.PROVISION_23);
    sent.send();
    token = SampleCampaign.token(sent.letters.element());
  }

  @Test
  void lookingDecidesNothingHoweverOften() {
    for (int i = 0; i < 3; i++) {
      assertThat(links.peek(token).orElseThrow().stands()).isEqualTo(TransferAnswer.NOTIFIED);
      assertThat(links.open(token).orElseThrow().stands()).isEqualTo(TransferAnswer.NOTIFIED);
    }
    assertThat(sent.now().consented() + sent.now().objected()).isZero();
    assertThat(sent.now().counts().of(Delivery.OPENED)).isEqualTo(1);
  }

  @Test
  void aProgramThatOnlyAsksLeavesNoTrace() {
    links.peek(token);
    assertThat(sent.now().counts().of(Delivery.OPENED)).isZero();
  }

  @Test
  void theLastAnswerStandsAndTheSameAgainChangesNothing() {
    assertThat(links.say(token, Said.CONSENT).orElseThrow().stands()).isEqualTo(TransferAnswer.CONSENTED);
    links.say(token, Said.CONSENT);
    assertThat(sent.now().consented()).isEqualTo(1);
    assertThat(answers()).isEqualTo(1);
    assertThat(links.say(token, Said.OBJECT).orElseThrow().stands()).isEqualTo(TransferAnswer.OBJECTED);
    assertThat(sent.now().consented()).isZero();
    assertThat(sent.now().objected()).isEqualTo(1);
    assertThat(answers()).isEqualTo(2);
    assertThat(sent.now().counts().of(Delivery.READ)).isEqualTo(1);
  }

  @Test
  void forgedEndedAndStrangeTokensAreLikeOnesThatNeverWere() {
    String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
    for (String wrong : List.of(forged, "", "x", token + "A", token.substring(1), "' or true --",
        "\u4e00".repeat(43))) {
      assertThat(links.open(wrong)).as("wrong").isEmpty();
      assertThat(links.say(wrong, Said.OBJECT)).as("wrong").isEmpty();
    }
    assertThat(sent.now().objected()).isZero();
    Instant now = clock.instant();
    try {
      ((SettableClock) clock).advance(Duration.ofDays(400));
      assertThat(links.open(token)).isEmpty();
      assertThat(links.say(token, Said.CONSENT)).isEmpty();
    } finally {
      ((SettableClock) clock).set(now);
    }
    assertThat(links.open(token)).isPresent();
  }

  @Test
  void whatTheNoticeDoesNotAskIsNotRecorded() throws Exception {
    SampleCampaign merger = new SampleCampaign(server, folder, 40, new UUID(0, 82), LegalPath.SUCCESSION_22);
    merger.send();
    String other = SampleCampaign.token(merger.letters.element());
    assertThat(links.open(other).orElseThrow().choices()).isEqualTo(Set.of(Said.OBJECT, Said.READ));
    links.say(other, Said.CONSENT);
    assertThat(merger.now().consented()).isZero();
  }

  @Test
  void ofAnswersAtOneMomentOneStandsAndTheCountsAreTrue() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = IntStream.range(0, 12).<Future<?>>mapToObj(i -> threads.submit(() -> {
        go.await();
        return links.say(token, i % 2 == 0 ? Said.CONSENT : Said.OBJECT);
      })).toList();
      go.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(sent.now().consented() + sent.now().objected()).isEqualTo(1);
    boolean consented = links.peek(token).orElseThrow().stands() == TransferAnswer.CONSENTED;
    assertThat(sent.now().consented()).isEqualTo(consented ? 1 : 0);
  }

  private long answers() {
    return storage.in(sent.company.id(),
        () -> storage.jdbc()
            .sql("select count(*) from notices.answer where company_id = ?")
            .param(sent.company.id().value())
            .query(Long.class)
            .single());
  }
}
