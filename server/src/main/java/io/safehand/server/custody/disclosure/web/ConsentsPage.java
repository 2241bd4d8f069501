package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Speaker;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.consent.NoticeUnknown;
import io.safehand.server.custody.consent.Surface;
import io.safehand.server.custody.disclosure.Answering;
import io.safehand.server.custody.disclosure.Asked;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Inquiry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a customer answered, purpose by purpose; an answer by telephone, paper or counter is recorded here. */
@Controller
class ConsentsPage {
  private static final String PATH = "/customers/{inquiry}/{person}/consents";
  private static final String MEDIA_TYPE = "application/ld+json";
  private static final List<String> METHODS = List.of("phone", "paper", "counter");
  private static final List<String> ANSWERS = List.of("given", "refused", "deferred", "withdrawn");

  private final Inquiries inquiries;
  private final Answering answering;
  private final Viewers viewers;
  private final Clock clock;
  private final ZoneId zone;

  ConsentsPage(Inquiries inquiries, Answering answering, Viewers viewers, Clock clock, ZoneId zone) {
    this.inquiries = inquiries;
    this.answering = answering;
    this.viewers = viewers;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping(PATH)
  String show(Account account, @PathVariable UUID inquiry, @PathVariable String person, Model model) {
    Inquiry asked = require(account, inquiry);
    PersonId whom = parse(person);
    model.addAttribute("inquiry", asked);
    model.addAttribute("person", whom);
    model.addAttribute("child", answering.isChild(account, asked, whom));
    model.addAttribute("speakers", Speaker.values());
    model.addAttribute("methods", METHODS);
    model.addAttribute("answers", ANSWERS);
    List<Asked> purposes = answering.of(account, asked, whom);
    model.addAttribute("asked", purposes);
    model.addAttribute("recorders", recorders(account, purposes));
    model.addAttribute("today", LocalDate.ofInstant(clock.instant(), zone));
    return "disclosure/consents";
  }

  private Map<String, String> recorders(Account reader, List<Asked> purposes) {
    Map<String, String> handles = new HashMap<>();
    purposes.stream()
        .flatMap(one -> one.history().stream())
        .forEach(answer -> handles.computeIfAbsent(answer.by(), who -> viewers.handle(reader, who)));
    return handles;
  }

  @PostMapping(PATH)
  String record(Account account, @PathVariable UUID inquiry, @PathVariable String person,
      @RequestParam Map<String, String> form) {
    Inquiry asked = require(account, inquiry);
    PersonId whom = parse(person);
    String back = "redirect:/customers/" + asked.id() + "/" + whom + "/consents";
    try {
      answering.record(account, asked, whom,
          new SaidForm(form, Surface.STAFF, zone, LocalDate.ofInstant(clock.instant(), zone)).event());
      return back + "?done=disclosure.answered";
    } catch (NoticeUnknown unknown) {
      return back + "?refused=disclosure.consent.notice";
    } catch (IllegalArgumentException malformed) {
      return back + "?refused=disclosure.consent.malformed";
    }
  }

  @GetMapping(PATH + "/{event}/receipt")
  ResponseEntity<byte[]> receipt(Account account, @PathVariable UUID inquiry, @PathVariable String person,
      @PathVariable UUID event) {
    return answering.receipt(account, require(account, inquiry), parse(person), event)
        .map(file -> file(event, file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static ResponseEntity<byte[]> file(UUID event, byte[] file) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("consent-" + event + ".jsonld").build().toString())
        .body(file);
  }

  @ExceptionHandler(UnknownPerson.class)
  String gone() {
    return "redirect:/customers?refused=disclosure.person.unknown";
  }

  private static PersonId parse(String person) {
    try {
      return PersonId.parse(person);
    } catch (IllegalArgumentException forged) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", forged);
    }
  }

  private Inquiry require(Account account, UUID inquiry) {
    return inquiries.inquiry(account, inquiry)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
