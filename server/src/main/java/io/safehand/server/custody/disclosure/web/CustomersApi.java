package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Bulk;
import io.safehand.server.base.api.CallReason;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.custody.disclosure.BulkReads;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Inquiry;
import io.safehand.server.custody.disclosure.Question;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Customers for programs: found by an exact value, read one by one or many at once; always for a purpose, in a case. */
@RestController
class CustomersApi {
  private final Inquiries inquiries;
  private final BulkReads bulk;

  CustomersApi(Inquiries inquiries, BulkReads bulk) {
    this.inquiries = inquiries;
    this.bulk = bulk;
  }

  /** {@code {"field": "mobile", "value": "…"}}; those found, enough to tell them apart and nothing in full. */
  @PostMapping("/api/v1/customers/search")
  Json search(Account account, CallReason reason, @RequestBody Json.Object body) {
    requireInventory(account);
    Question question = question(body, reason);
    return switch (inquiries.search(account, question)) {
      case Inquiries.Outcome.Refused refused ->
        throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "disclosure." + refused.code());
      case Inquiries.Outcome.Done done -> Json.object()
          .with("items", inquiries.hits(account, done.inquiry()).stream().map(FieldJson::record).toList());
    };
  }

  /** One of those whom a search for the same purpose and case found within the last half hour. */
  @GetMapping("/api/v1/customers/{person}")
  Json one(Account account, CallReason reason, @PathVariable String person) {
    requireInventory(account);
    return known(() -> {
      Inquiry inquiry = inquiries.finding(account, id(person), purpose(reason), matter(reason));
      requireBudget(account, 1, reason);
      return FieldJson.record(inquiries.record(account, inquiry, id(person)));
    });
  }

  /** {@code {"items": [{"person": "…"}, …]}}; no field in full. */
  @PostMapping("/api/v1/customers/bulk")
  Json many(Account account, CallReason reason, @RequestBody Json.Object body) {
    requireInventory(account);
    Purpose purpose = purpose(reason);
    String matter = matter(reason);
    requireBudget(account, size(body), reason);
    return Bulk.each(body, item -> known(
        () -> FieldJson.record(bulk.read(account, id(item.only("person").text("person")), purpose, matter))));
  }

  private void requireBudget(Account account, int people, CallReason reason) {
    bulk.begin(account, people, purpose(reason), matter(reason)).ifPresent(refusal -> {
      throw new RequestRefused(RequestRefused.Kind.TOO_MANY, refusal.code());
    });
  }

  private static int size(Json.Object body) {
    try {
      return body.array("items").items().size();
    } catch (JsonRefused refused) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private void requireInventory(Account account) {
    if (inquiries.offer(account).isEmpty()) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT, "disclosure.no-inventory");
    }
  }

  private static Json.Object known(Supplier<Json.Object> read) {
    try {
      return read.get();
    } catch (UnknownPerson nobody) {
      throw new RequestRefused(RequestRefused.Kind.NOT_FOUND, "disclosure.person.unknown");
    }
  }

  private static Question question(Json.Object body, CallReason reason) {
    try {
      body.only("field", "value");
      return new Question(new FieldName(body.text("field")), PersonalText.of(body.text("value")),
          purpose(reason), matter(reason));
    } catch (JsonRefused | IllegalArgumentException malformed) {
      throw RequestRefused.malformed("disclosure.value");
    }
  }

  private static PersonId id(String person) {
    try {
      return PersonId.parse(person);
    } catch (IllegalArgumentException malformed) {
      throw new RequestRefused(RequestRefused.Kind.NOT_FOUND, "disclosure.person.unknown");
    }
  }

  private static Purpose purpose(CallReason reason) {
    try {
      return new Purpose(reason.purpose());
    } catch (IllegalArgumentException malformed) {
      throw RequestRefused.malformed("api.purpose-missing");
    }
  }

  private static String matter(CallReason reason) {
    if (!Question.isMatter(reason.caseId())) {
      throw RequestRefused.malformed("disclosure.case");
    }
    return reason.caseId();
  }
}
