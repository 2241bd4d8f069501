package io.safehand.server.site.oversight;

import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.deal.deals.Assignments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The ledger: what was done, by whom, when; each line with its proof. */
@Controller
class LedgerPage {
  private static final int PAGE = 50;

  private final LedgerReading reading;
  private final Assignments assignments;
  private final Tables tables;
  private final ZoneId zone;

  LedgerPage(LedgerReading reading, Assignments assignments, Tables tables, ZoneId zone) {
    this.reading = reading;
    this.assignments = assignments;
    this.tables = tables;
    this.zone = zone;
  }

  /** What the form asks for; all of it codes, ids and days. */
  record Asked(Optional<String> act, Optional<String> who, Optional<String> deal,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until, Optional<Long> after) {
    private static Optional<String> given(Optional<String> text) {
      return text.map(String::strip).filter(value -> !value.isEmpty());
    }

    LedgerSearch search(ZoneId zone, Optional<String> account) {
      OptionalLong behind = after.map(OptionalLong::of).orElse(OptionalLong.empty());
      return LedgerSearch.newest(PAGE)
          .act(given(act))
          .who(account)
          .deal(given(deal))
          .between(from.map(day -> start(day, zone)), until.map(day -> start(day.plusDays(1), zone)))
          .after(behind);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
      return day.atStartOfDay(zone).toInstant();
    }
  }

  @GetMapping("/ledger")
  ModelAndView show(Account account, Asked asked, TableQuery query) {
    LedgerSearch search = asked.search(zone, Asked.given(asked.who()).map(who -> reading.who(account, who)));
    if (query.wantsFile("ledger.lines")) {
      return tables.show("", query, table(account).inOrder(reading.all(account, search)));
    }
    List<LedgerEntry> lines = reading.search(account, search);
    ModelAndView page = tables.show("oversight/ledger", query, table(account).inOrder(lines.stream()))
        .addObject("acts", Stream.of(Act.values()).map(Act::code).sorted().toList())
        .addObject("deals", assignments.deals(account))
        .addObject("asked", query.carried())
        .addObject("checkpoint", reading.checkpoint(account).flatMap(note -> note.unverifiedCheckpoint()));
    return lines.size() < PAGE ? page : page.addObject("next", lines.getLast().number());
  }

  private Table<LedgerEntry> table(Account account) {
    Map<String, String> handles = new HashMap<>();
    Map<String, String> names = assignments.deals(account)
        .stream()
        .collect(Collectors.toMap(deal -> deal.id().toString(), deal -> deal.terms().codeName()));
    return Table.<LedgerEntry>named("ledger.lines")
        .with("number", line -> Cell.count(line.number()).to("/ledger/" + line.number()))
        .with("at", line -> Cell.time(line.at()))
        .with("act", line -> Cell.code("ledger.act", line.act()))
        .with("who",
            line -> Cell.text(handles.computeIfAbsent(line.who(), who -> reading.handle(account, who))))
        .with("deal",
            line -> line.deal().isEmpty()
                ? Cell.NOTHING
                : Optional.ofNullable(names.get(line.deal()))
                    .map(name -> Cell.text(name).to("/deals/" + line.deal()))
                    .orElseGet(() -> Cell.text(line.deal())));
  }

  @GetMapping("/ledger/{number}")
  String line(Account account, @PathVariable long number, Model model) {
    LedgerLine line = require(account, number);
    model.addAttribute("number", number);
    model.addAttribute("line", line);
    model.addAttribute("handle", reading.handle(account, line.who()));
    model.addAttribute("leaf", new String(line.bytes(), StandardCharsets.UTF_8));
    model.addAttribute("deal", line.deal());
    model.addAttribute("dealName",
        assignments.deals(account)
            .stream()
            .filter(deal -> deal.id().toString().equals(line.deal()))
            .map(deal -> deal.terms().codeName())
            .findFirst()
            .orElse(line.deal()));
    return "oversight/line";
  }

  /** Nothing is changed by it, so what came out is shown at once and cannot be claimed by an address. */
  @PostMapping("/ledger/{number}/verify")
  String verify(Account account, @PathVariable long number, Model model) {
    LedgerReading.Verified verified = reading.verify(account, number, require(account, number));
    model.addAttribute("verdict", verified.verdict().name());
    verified.proof().ifPresent(proof -> {
      model.addAttribute("steps", proof.path().size());
      model.addAttribute("size", proof.note().unverifiedCheckpoint().orElseThrow().size());
    });
    return line(account, number, model);
  }

  /** The line's own bytes and its proof: with a trust file enough for an outsider. */
  @GetMapping("/ledger/{number}/proof")
  ResponseEntity<byte[]> proof(Account account, @PathVariable long number) {
    return reading.verify(account, number, require(account, number))
        .proof()
        .map(proof -> file("line-" + number + ".tlog-proof", proof.bytes()))
        .orElseThrow(RequestRefused::notFound);
  }

  @GetMapping("/ledger/{number}/leaf")
  ResponseEntity<byte[]> leaf(Account account, @PathVariable long number) {
    return file("line-" + number + ".json", require(account, number).bytes());
  }

  @GetMapping("/ledger/checkpoint")
  ResponseEntity<byte[]> checkpoint(Account account) {
    return reading.checkpoint(account)
        .map(note -> file("checkpoint.txt", note.bytes()))
        .orElseThrow(RequestRefused::notFound);
  }

  private LedgerLine require(Account account, long number) {
    return reading.line(account, number).orElseThrow(RequestRefused::notFound);
  }

  private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }
}
