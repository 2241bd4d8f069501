package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.CallReason;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.custody.consent.NoticeUnknown;
import io.safehand.server.custody.consent.Surface;
import io.safehand.server.custody.disclosure.Answering;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Inquiry;
import io.safehand.server.custody.disclosure.Question;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a customer answered, for programs: read, recorded, given out as a receipt; of those whom the caller's own search
 * for the same purpose and case found. An answer is sent with purpose and case in its body, so that it may count once.
 */
@RestController
class ConsentsApi {
  private static final String PATH = "/api/v1/customers/{person}/consents";

  private final Inquiries inquiries;
  private final Answering answering;
  private final Clock clock;
  private final ZoneId zone;

  ConsentsApi(Inquiries inquiries, Answering answering, Clock clock, ZoneId zone) {
    this.inquiries = inquiries;
    this.answering = answering;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping(PATH)
  Json all(Account account, CallReason reason, @PathVariable String person) {
    return known(() -> {
      Inquiry inquiry = inquiry(account, person, reason);
      return Json.object()
          .with("child", answering.isChild(account, inquiry, id(person)))
          .with("items",
              answering.of(account, inquiry, id(person)).stream().map(ConsentJson::asked).toList());
    });
  }

  /** {@code {"purpose": "service", "case": "SVC-1", "consent": {"purpose": "marketing", "answer": "given", …}}}. */
  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.CREATED)
  Json record(Account account, @PathVariable String person, @RequestBody Json.Object body) {
    return known(() -> {
      CallReason reason = reason(body);
      SaidForm form = new SaidForm(values(body), Surface.API, zone,
          LocalDate.ofInstant(clock.instant(), zone));
      try {
        return ConsentJson
            .event(answering.record(account, inquiry(account, person, reason), id(person), form.event()));
      } catch (NoticeUnknown unknown) {
        throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "disclosure.consent.notice");
      } catch (IllegalArgumentException malformed) {
        throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "disclosure.consent.malformed");
      }
    });
  }

  @GetMapping(PATH + "/{event}/receipt")
  ResponseEntity<byte[]> receipt(Account account, CallReason reason, @PathVariable String person,
      @PathVariable UUID event) {
    return known(() -> answering.receipt(account, inquiry(account, person, reason), id(person), event)
        .map(file -> ConsentsPage.file(event, file))
        .orElseThrow(RequestRefused::notFound));
  }

  private Inquiry inquiry(Account account, String person, CallReason reason) {
    if (!Question.isMatter(reason.caseId())) {
      throw RequestRefused.malformed("disclosure.case");
    }
    return inquiries.finding(account, id(person), new Purpose(reason.purpose()), reason.caseId());
  }

  private static CallReason reason(Json.Object body) {
    try {
      body.only("purpose", "case", "consent");
      return new CallReason(body.text("purpose"), body.text("case"));
    } catch (JsonRefused refused) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private static Map<String, String> values(Json.Object body) {
    try {
      Json.Object consent = body.object("consent")
          .only("purpose", "answer", "method", "provenance", "entity", "type", "separate", "saidAt",
              "validUntil", "notice", "language", "served");
      Map<String, String> values = new HashMap<>();
      consent.members()
          .forEach((name, value) -> values.put(name,
              name.equals("separate") ? Boolean.toString(consent.bool(name)) : value.asText()));
      return values;
    } catch (JsonRefused refused) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private static <T> T known(Supplier<T> act) {
    try {
      return act.get();
    } catch (UnknownPerson nobody) {
      throw new RequestRefused(RequestRefused.Kind.NOT_FOUND, "disclosure.person.unknown");
    }
  }

  private static PersonId id(String person) {
    try {
      return PersonId.parse(person);
    } catch (IllegalArgumentException malformed) {
      throw new UnknownPerson();
    }
  }
}
