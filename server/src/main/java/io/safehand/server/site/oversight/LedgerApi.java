package io.safehand.server.site.oversight;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.ledger.LedgerSearch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, for programs. */
@RestController
class LedgerApi {
  private final LedgerReading reading;

  LedgerApi(LedgerReading reading) {
    this.reading = reading;
  }

  /** What is searched for besides the page. */
  record Asked(Optional<String> act, Optional<String> who, Optional<String> deal, Optional<Instant> from,
      Optional<Instant> until) {}

  @GetMapping("/api/v1/ledger")
  Json search(Account account, Asked asked, Paging paging) {
    LedgerSearch search = LedgerSearch.newest(paging.limit())
        .act(asked.act())
        .who(asked.who())
        .deal(asked.deal())
        .between(asked.from(), asked.until())
        .after(paging.afterNumber());
    return paging.page(reading.search(account, search), LedgerApi::json,
        entry -> String.valueOf(entry.number()));
  }

  private static Json.Object json(LedgerEntry entry) {
    Json.Object json = Json.object()
        .with("number", entry.number())
        .with("at", entry.at().toString())
        .with("act", entry.act())
        .with("who", entry.who());
    return entry.deal().isEmpty() ? json : json.with("deal", entry.deal());
  }

  @GetMapping("/api/v1/ledger/{number}")
  Json line(Account account, @PathVariable long number) {
    LedgerLine line = reading.line(account, number).orElseThrow(RequestRefused::notFound);
    LedgerReading.Verified verified = reading.verify(account, number, line);
    Json.Object json = Json.object()
        .with("number", number)
        .with("line", Json.parse(line.bytes()))
        .with("verdict", verified.verdict().name());
    return verified.proof()
        .map(proof -> json.with("proof", new String(proof.bytes(), StandardCharsets.UTF_8)))
        .orElse(json);
  }

  @GetMapping("/api/v1/ledger/checkpoint")
  Json checkpoint(Account account) {
    SignedNote note = reading.checkpoint(account).orElseThrow(RequestRefused::notFound);
    Checkpoint checkpoint = note.unverifiedCheckpoint().orElseThrow();
    return Json.object()
        .with("size", checkpoint.size())
        .with("root", checkpoint.root().base64())
        .with("note", new String(note.bytes(), StandardCharsets.UTF_8));
  }
}
