package io.safehand.server.custody.inventory.web;

import io.safehand.core.inventory.InventoryRefused;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Change;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.Proposal;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inventory for programs: what is in force and was, and new versions, proposed and put in force as on the page. */
@RestController
class InventoryApi {
  private final Inventories inventories;

  InventoryApi(Inventories inventories) {
    this.inventories = inventories;
  }

  @GetMapping("/api/v1/inventories")
  Json versions(Account account, Paging paging) {
    return paging.pageOf(inventories.history(account.company()), InventoryApi::json,
        adopted -> String.valueOf(adopted.number()));
  }

  @GetMapping("/api/v1/inventories/current")
  Json current(Account account) {
    Adopted adopted = inventories.adopted(account.company()).orElseThrow(RequestRefused::notFound);
    return withText(account, adopted);
  }

  @GetMapping("/api/v1/inventories/{number}")
  Json version(Account account, @PathVariable int number) {
    return inventories.version(account.company(), number)
        .map(adopted -> withText(account, adopted))
        .orElseThrow(RequestRefused::notFound);
  }

  @GetMapping("/api/v1/inventories/proposals")
  Json proposals(Account account, Paging paging) {
    return paging.pageOf(inventories.proposals(account.company()), InventoryApi::json,
        proposal -> proposal.matter().id().toString());
  }

  /** {@code {"yaml": "…"}}; somebody else has to approve exactly this text. */
  @PostMapping("/api/v1/inventories/proposals")
  @ResponseStatus(HttpStatus.CREATED)
  Json propose(Account account, @RequestBody Json.Object body) {
    String yaml = member(body, "yaml", Function.identity());
    try {
      MatterId matter = inventories.propose(account.company(), yaml, account);
      return Json.object()
          .with("matter", matter.toString())
          .with("sha256", inventories.decided(account.company(), yaml));
    } catch (InventoryRefused refused) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "inventory." + refused.why().code(),
          refused.at().toArray());
    }
  }

  /** {@code {"matter": "…"}}: puts in force what somebody else approved. */
  @PostMapping("/api/v1/inventories/adopt")
  Json adopt(Account account, @RequestBody Json.Object body) {
    MatterId matter = member(body, "matter", text -> new MatterId(UUID.fromString(text)));
    Proposal proposal = inventories.proposals(account.company())
        .stream()
        .filter(one -> one.matter().id().equals(matter) && one.matter().state() == Matter.State.APPROVED)
        .findFirst()
        .orElseThrow(() -> new RequestRefused(RequestRefused.Kind.CONFLICT, "inventory.not-approved"));
    return json(inventories.adopt(account.company(), proposal.yaml(), matter, account));
  }

  private static <T> T member(Json.Object body, String name, Function<String, T> reading) {
    try {
      return reading.apply(body.only(name).text(name));
    } catch (JsonRefused | IllegalArgumentException malformed) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private Json.Object withText(Account account, Adopted adopted) {
    return json(adopted).with("yaml",
        inventories.text(account.company(), adopted.number()).orElseThrow(RequestRefused::notFound));
  }

  private static Json.Object json(Adopted adopted) {
    return Json.object()
        .with("number", adopted.number())
        .with("version", adopted.inventory().version())
        .with("sha256", adopted.sha256())
        .with("since", adopted.at().toString())
        .with("fields", adopted.inventory().fields().size());
  }

  private static Json.Object json(Proposal proposal) {
    return Json.object()
        .with("matter", proposal.matter().id().toString())
        .with("state", proposal.matter().state().name())
        .with("version", proposal.inventory().version())
        .with("sha256", proposal.matter().contentHash())
        .with("changes", proposal.changes().stream().map(InventoryApi::json).toList());
  }

  private static Json.Object json(Change change) {
    return Json.object()
        .with("kind", change.kind().name())
        .with("part", change.part().name())
        .with("name", change.name());
  }
}
