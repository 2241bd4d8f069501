package io.safehand.server.site.oversight;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Evidence for outsiders, and the public keys that it is verified with; for people and for programs. */
@Controller
class EvidencePage {
  private static final Table<Deal> DEALS = Table.<Deal>named("evidence.deals")
      .with("deal", deal -> Cell.text(deal.terms().codeName()).to("/deals/" + deal.id()))
      .with("type", deal -> Cell.code("console.deal-type", deal.terms().type().name()))
      .with("stage", deal -> Cell.code("stage", deal.stage().name()))
      .with("since", deal -> Cell.time(deal.stageSince()));
  private static final Table<LedgerEntry> LINES = Table.<LedgerEntry>named("ledger.lines")
      .with("number", line -> Cell.count(line.number()))
      .with("at", line -> Cell.time(line.at()))
      .with("act", line -> Cell.text(line.act()))
      .with("who", line -> Cell.text(line.who()));

  private final EvidencePacking packing;
  private final LedgerReading reading;
  private final Keys keys;
  private final Tables tables;
  private final ZoneId zone;

  EvidencePage(EvidencePacking packing, LedgerReading reading, Keys keys, Tables tables, ZoneId zone) {
    this.packing = packing;
    this.reading = reading;
    this.keys = keys;
    this.tables = tables;
    this.zone = zone;
  }

  @GetMapping("/evidence")
  ModelAndView show(Account account, TableQuery query) {
    return tables.show("oversight/evidence", query, DEALS.of(packing.deals(account)))
        .addObject("choice", packing.deals(account))
        .addObject("house", keys.house());
  }

  @PostMapping("/evidence")
  void pack(Account account, @RequestParam UUID deal,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
      HttpServletResponse response) throws IOException {
    give(account, new DealId(deal), from.map(day -> day.atStartOfDay(zone).toInstant()),
        until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()), response);
  }

  @PostMapping("/api/v1/evidence")
  void pack(Account account, @RequestBody Json.Object body, HttpServletResponse response) throws IOException {
    body.only("deal", "from", "until");
    try {
      give(account, DealId.parse(body.text("deal")), instant(body, "from"), instant(body, "until"), response);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private static Optional<Instant> instant(Json.Object body, String name) {
    return body.find(name).map(Json::asText).map(Instant::parse);
  }

  private void give(Account account, DealId id, Optional<Instant> from, Optional<Instant> until,
      HttpServletResponse response) throws IOException {
    Deal deal = packing.require(account, id);
    LedgerSearch search = LedgerSearch.newest(1).deal(Optional.of(id.toString())).between(from, until);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"");
    packing.zip(account, deal, to -> tables.csv(LINES.inOrder(reading.all(account, search)), to),
        response.getOutputStream());
  }

  @GetMapping({"/evidence/trust.json", "/api/v1/trust"})
  ResponseEntity<byte[]> trust() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trust.json\"")
        .contentType(MediaType.APPLICATION_JSON)
        .body(keys.trust().file().getBytes(StandardCharsets.UTF_8));
  }
}
