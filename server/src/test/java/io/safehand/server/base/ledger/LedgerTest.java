package io.safehand.server.base.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class LedgerTest {
  @Autowired
  Ledger ledger;
  @Autowired
  Storage storage;
  @Autowired
  Keys keys;
  private final CompanyId company = new CompanyId(UUID.randomUUID());

  @Test
  void aLineIsNumberedSignedAndProven() {
    LedgerLine line = ledger.line("somebody", Act.DEAL_OPENED).inDeal("d-1");
    UUID row = ledger.write(company, line);
    SignedNote note = ledger.sequence(company).orElseThrow();
    long number = ledger.number(company, row).orElseThrow();
    assertThat(number).isZero();
    assertThat(ledger.prove(company, number, note).proves(line.bytes())).isTrue();
  }

  @Test
  void outsidersVerifyTheWholeLog() {
    IntStream.range(0, 300).forEach(n -> write("account-" + n));
    ledger.sequence(company);
    LedgerVerdict verdict = new LedgerVerifier(keys.trust()).verify(ledger.place(company).second(),
        List.of());
    assertThat(verdict).isInstanceOf(LedgerVerdict.Sound.class);
    assertThat(((LedgerVerdict.Sound) verdict).checkpoint().size()).isEqualTo(300);
  }

  @Test
  void aLineGoesWithItsAct() {
    assertThatThrownBy(() -> storage.run(company, () -> {
      write("somebody");
      throw new IllegalStateException("the act failed");
    })).hasMessage("the act failed");
    write("somebody else");
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void manyWritersMakeNoGap() throws InterruptedException {
    List<Thread> writers = IntStream.range(0, 4).mapToObj(writer -> Thread.ofPlatform().start(() -> {
      for (int n = 0; n < 50; n++) {
        write("writer-" + writer);
        if (n % 10 == 0) {
          ledger.sequence(company);
        }
      }
    })).toList();
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(size()).isEqualTo(200);
    assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(Long::valueOf).toList());
  }

  @Test
  void numbersLostInACrashAreFoundAgain() {
    write("first");
    write("second");
    ledger.sequence(company);
    storage.run(company,
        () -> storage.jdbc()
            .sql("update ledger.line set number = null where company_id = ? " + "and number = 1")
            .param(company.value())
            .update());
    write("third");
    assertThat(size()).isEqualTo(3);
    assertThat(numbers()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aDatabaseThatLacksLinesIsRefused() {
    write("first");
    write("second");
    ledger.sequence(company);
    storage.run(company,
        () -> storage.jdbc()
            .sql("delete from ledger.line where company_id = ? and number = 1")
            .param(company.value())
            .update());
    assertThatThrownBy(() -> ledger.sequence(company)).isInstanceOf(LedgerDisagrees.class)
        .hasMessageContaining("old copy");
  }

  @Test
  void logsOfTwoCompaniesAreApart() {
    CompanyId other = new CompanyId(UUID.randomUUID());
    write("somebody");
    ledger.write(other, "somebody", Act.DEAL_OPENED, Json.object());
    assertThat(size()).isEqualTo(1);
    assertThat(origin(company)).isNotEqualTo(origin(other)).endsWith(company.toString());
  }

  private String origin(CompanyId of) {
    return ledger.sequence(of)
        .flatMap(SignedNote::unverifiedCheckpoint)
        .map(Checkpoint::origin)
        .orElseThrow();
  }

  private void write(String who) {
    ledger.write(company, who, Act.DEAL_OPENED, Json.object());
  }

  private long size() {
    return ledger.sequence(company)
        .flatMap(SignedNote::unverifiedCheckpoint)
        .map(Checkpoint::size)
        .orElseThrow();
  }

  private List<Long> numbers() {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select number from ledger.line where company_id = ? order by number")
            .param(company.value())
            .query(Long.class)
            .list());
  }
}
