package io.safehand.server.site.oversight;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Bulk;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.standing.Hold;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holds, for programs. */
@RestController
class HoldsApi {
  private final Holding holding;

  HoldsApi(Holding holding) {
    this.holding = holding;
  }

  @GetMapping("/api/v1/holds")
  Json all(Account account, Paging paging) {
    return paging.pageOf(holding.all(account), HoldsApi::json, hold -> hold.id().toString());
  }

  @PostMapping("/api/v1/holds")
  Json place(Account account, @RequestBody Json.Object body) {
    return Bulk.each(body, item -> Json.object().with("id", holding.place(account, wanted(item)).toString()));
  }

  @DeleteMapping("/api/v1/holds/{hold}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(Account account, @PathVariable UUID hold) {
    holding.lift(account, hold);
  }

  private static Holding.Wanted wanted(Json.Object item) {
    item.only("subject", "effect", "reason", "until");
    Json.Object subject = item.object("subject").only("kind", "id");
    return new Holding.Wanted(subject.text("kind"), subject.text("id"), item.text("effect"),
        item.text("reason"), item.find("until").map(Json::asText).map(HoldsApi::instant));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "holds.malformed");
    }
  }

  private static Json.Object json(Hold hold) {
    Json.Object json = Json.object()
        .with("id", hold.id().toString())
        .with("subject",
            Json.object().with("kind", hold.subject().kind().name()).with("id", hold.subject().id()))
        .with("effect", hold.effect().name())
        .with("reason", hold.reason())
        .with("source", hold.source())
        .with("from", hold.from().toString());
    return hold.until().isPresent() ? json.with("until", hold.until().get().toString()) : json;
  }
}
