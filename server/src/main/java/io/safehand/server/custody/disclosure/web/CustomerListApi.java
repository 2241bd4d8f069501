package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.CallReason;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.tables.TableFormat;
import io.safehand.server.custody.disclosure.BulkReads;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** All customers, page by page, masked: as JSON or, when the call accepts nothing else, as CSV or XLSX. */
@RestController
class CustomerListApi {
  private static final String PATH = "/api/v1/customers";
  private static final String CSV = "text/csv";
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String NEXT = "Safehand-Next";

  private final Inquiries inquiries;
  private final BulkReads bulk;
  private final CustomerRows rows;

  CustomerListApi(Inquiries inquiries, BulkReads bulk, CustomerRows rows) {
    this.inquiries = inquiries;
    this.bulk = bulk;
    this.rows = rows;
  }

  @GetMapping(PATH)
  Json list(Account account, CallReason reason, Paging paging) {
    CustomerRows.Reason why = why(account, reason);
    List<PersonId> people = next(why, paging);
    Json.Object page = Json.object()
        .with("items", people.stream().flatMap(person -> item(why, person)).toList());
    return people.size() < paging.limit() ? page : page.with("next", people.getLast().toString());
  }

  /** None for somebody who has gone meanwhile. */
  private Stream<Json.Object> item(CustomerRows.Reason why, PersonId person) {
    try {
      return Stream.of(FieldJson.record(bulk.read(why.by(), person, why.purpose(), why.matter())));
    } catch (UnknownPerson gone) {
      return Stream.empty();
    }
  }

  /** The header {@value #NEXT} tells where the next page begins, if there is one. */
  @GetMapping(path = PATH, produces = {CSV, XLSX})
  void file(Account account, CallReason reason, Paging paging,
      @RequestHeader(HttpHeaders.ACCEPT) String accept, HttpServletResponse response) throws IOException {
    CustomerRows.Reason why = why(account, reason);
    List<PersonId> people = next(why, paging);
    TableFormat format = MediaType.parseMediaTypes(accept).contains(MediaType.parseMediaType(XLSX))
        ? TableFormat.XLSX
        : TableFormat.CSV;
    response.setContentType(format.mediaType());
    if (people.size() == paging.limit()) {
      response.setHeader(NEXT, people.getLast().toString());
    }
    rows.write(format, why, people, response.getOutputStream());
  }

  private List<PersonId> next(CustomerRows.Reason why, Paging paging) {
    return switch (bulk.list(why.by(), why.purpose(), why.matter(), after(paging), paging.limit())) {
      case BulkReads.Listing.Next next -> next.people();
      case BulkReads.Listing.Refused refused ->
        throw new RequestRefused(RequestRefused.Kind.TOO_MANY, refused.why().code());
    };
  }

  private CustomerRows.Reason why(Account account, CallReason reason) {
    if (inquiries.offer(account).isEmpty()) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT, "disclosure.no-inventory");
    }
    if (!Question.isMatter(reason.caseId())) {
      throw RequestRefused.malformed("disclosure.case");
    }
    try {
      return new CustomerRows.Reason(account, new Purpose(reason.purpose()), reason.caseId());
    } catch (IllegalArgumentException malformed) {
      throw RequestRefused.malformed("api.purpose-missing");
    }
  }

  private static Optional<PersonId> after(Paging paging) {
    try {
      return paging.after().map(PersonId::parse);
    } catch (IllegalArgumentException malformed) {
      throw RequestRefused.malformed("api.after");
    }
  }
}
