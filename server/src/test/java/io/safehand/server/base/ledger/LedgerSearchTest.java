package io.safehand.server.base.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class LedgerSearchTest {
  @Autowired
  Ledger ledger;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;
  private final CompanyId company = new CompanyId(UUID.randomUUID());

  @Test
  void findsByActWhoDealAndTime() {
    Instant start = clock.instant();
    write("a", Act.DEAL_OPENED, "d1");
    ((SettableClock) clock).advance(Duration.ofHours(1));
    write("b", Act.DEAL_STAGE, "d1");
    ((SettableClock) clock).advance(Duration.ofSeconds(1));
    write("a", Act.SEARCH, "");
    ledger.sequence(company);
    LedgerSearch all = LedgerSearch.newest(10);
    assertThat(numbers(all)).containsExactly(2L, 1L, 0L);
    assertThat(numbers(all.who(Optional.of("a")))).containsExactly(2L, 0L);
    assertThat(numbers(all.act(Optional.of("deal.stage")))).containsExactly(1L);
    assertThat(numbers(all.deal(Optional.of("d1")))).containsExactly(1L, 0L);
    assertThat(numbers(all.deal(Optional.of("")))).isEmpty();
    assertThat(numbers(all.between(Optional.of(start.plusSeconds(60)), Optional.empty()))).containsExactly(2L,
        1L);
    assertThat(numbers(all.between(Optional.empty(), Optional.of(start.plusSeconds(60)))))
        .containsExactly(0L);
  }

  @Test
  void pagesMissNothingAndRepeatNothing() {
    for (int n = 0; n < 25; n++) {
      write("a", Act.SEARCH, "");
    }
    ledger.sequence(company);
    List<Long> seen = new ArrayList<>();
    List<Long> page = numbers(LedgerSearch.newest(4));
    while (!page.isEmpty()) {
      seen.addAll(page);
      page = numbers(LedgerSearch.newest(4).after(OptionalLong.of(page.getLast())));
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates().contains(0L, 24L);
  }

  @Test
  void anotherCompanySeesNothing() {
    write("a", Act.SEARCH, "");
    ledger.sequence(company);
    CompanyId other = new CompanyId(UUID.randomUUID());
    assertThat(ledger.search(other, LedgerSearch.newest(10))).isEmpty();
    assertThat(ledger.line(other, 0)).isEmpty();
  }

  @Test
  void everySearchGoesAlongAnIndex() {
    storage.run(company, () -> storage.jdbc().sql("""
        insert into ledger.entry (company_id, number, at, act, who, deal)
        select ?, n, timestamptz '2026-01-05 00:00:00Z' + n * interval '1 second', 'act.' || n % 20,
               'who-' || n % 50, case when n % 9 = 0 then 'd' || n % 7 else '' end
          from generate_series(0, 99999) n
        """).param(company.value()).update());
    storage.run(company, () -> storage.asOwner(() -> storage.jdbc().sql("analyze ledger.entry").update()));
    LedgerSearch all = LedgerSearch.newest(50).after(OptionalLong.of(50_000));
    for (LedgerSearch search : List.of(all, all.act(Optional.of("act.3")), all.who(Optional.of("who-3")),
        all.deal(Optional.of("d3")), all.between(Optional.of(Instant.EPOCH), Optional.of(clock.instant())))) {
      assertThat(plan(search)).contains("Index").doesNotContain("Seq Scan", "Sort");
      assertThat(ledger.search(company, search)).isNotNull();
    }
  }

  @Test
  void noSearchGivesEverything() {
    assertThatThrownBy(() -> LedgerSearch.newest(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerSearch.newest(LedgerSearch.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String plan(LedgerSearch search) {
    Entries.Statement statement = Entries.statement(company, search);
    return storage.in(company,
        () -> String.join("\n",
            storage.jdbc()
                .sql("explain " + statement.sql())
                .params(statement.values())
                .query(String.class)
                .list()));
  }

  private List<Long> numbers(LedgerSearch search) {
    return ledger.search(company, search).stream().map(LedgerEntry::number).toList();
  }

  private void write(String who, Act act, String deal) {
    ledger.write(company, ledger.line(who, act).inDeal(deal).with(Json.object().with("n", "\u0000")));
  }
}
