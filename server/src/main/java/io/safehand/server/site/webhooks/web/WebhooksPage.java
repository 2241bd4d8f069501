package io.safehand.server.site.webhooks.web;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.site.webhooks.Delivery;
import io.safehand.server.site.webhooks.Webhook;
import io.safehand.server.site.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where events are sent, and what came of it; for people and for programs. */
@Controller
class WebhooksPage {
  private static final Table<Webhook> HOOKS = Table.<Webhook>named("webhooks.receivers")
      .with("url", hook -> Cell.text(hook.url()))
      .with("acts", hook -> Cell.text(String.join(" ", hook.acts())))
      .with("state",
          hook -> new Cell.Code("webhooks.state", state(hook),
              hook.failures() == 0 ? Cell.Tone.GOOD : hook.isPaused() ? Cell.Tone.BAD : Cell.Tone.WARN))
      .with("next", hook -> Cell.count(hook.next()))
      .with("due", hook -> Cell.time(hook.due()))
      .with("end", hook -> new Cell.Button("webhooks.receivers.end", "/webhooks/" + hook.id() + "/end"));
  private static final Table<Delivery> DELIVERIES = Table.<Delivery>named("webhooks.deliveries")
      .with("at", delivery -> Cell.time(delivery.at()))
      .with("first", delivery -> Cell.count(delivery.first()))
      .with("events", delivery -> Cell.count(delivery.events()))
      .with("outcome", delivery -> new Cell.Code("webhooks.outcome", delivery.outcome(),
          delivery.isTaken() ? Cell.Tone.GOOD : Cell.Tone.BAD));

  private final Webhooks webhooks;
  private final Tables tables;

  WebhooksPage(Webhooks webhooks, Tables tables) {
    this.webhooks = webhooks;
    this.tables = tables;
  }

  private static String state(Webhook hook) {
    return hook.isPaused() ? "paused" : hook.failures() == 0 ? "good" : "failing";
  }

  @GetMapping("/webhooks")
  ModelAndView show(Account account, TableQuery query) {
    List<Webhook> hooks = webhooks.all(account);
    List<Delivery> deliveries = new ArrayList<>();
    hooks.forEach(hook -> deliveries.addAll(webhooks.deliveries(account, hook.id())));
    return tables.show("webhooks/places", query, HOOKS.of(hooks), DELIVERIES.of(deliveries));
  }

  /** The secret is in this one answer, and nowhere else. */
  @PostMapping("/webhooks")
  ModelAndView add(Account account, @RequestParam String url, @RequestParam String acts, TableQuery query) {
    try {
      Webhooks.Added added = webhooks.add(account, url.strip(), words(acts));
      return show(account, query).addObject("secret", added.secret().exposed());
    } catch (RequestRefused refused) {
      return new ModelAndView("redirect:/webhooks?refused=" + refused.code());
    }
  }

  private static List<String> words(String acts) {
    return Stream.of(acts.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  @PostMapping("/webhooks/{hook}/end")
  String end(Account account, @PathVariable UUID hook) {
    return webhooks.end(account, hook)
        ? "redirect:/webhooks?done=webhooks.ended"
        : "redirect:/webhooks?refused=webhooks.unknown";
  }

  @GetMapping("/api/v1/webhooks")
  @ResponseBody
  Json all(Account account, Paging paging) {
    return paging.pageOf(webhooks.all(account), WebhooksPage::json, hook -> hook.id().toString());
  }

  @PostMapping("/api/v1/webhooks")
  @ResponseBody
  Json add(Account account, @RequestBody Json.Object body) {
    body.only("url", "acts");
    Webhooks.Added added = webhooks.add(account, body.text("url"), body.array("acts").texts());
    return Json.object().with("id", added.id().toString()).with("secret", added.secret().exposed());
  }

  @DeleteMapping("/api/v1/webhooks/{hook}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Account account, @PathVariable UUID hook) {
    if (!webhooks.end(account, hook)) {
      throw RequestRefused.notFound();
    }
  }

  @GetMapping("/api/v1/webhooks/{hook}/deliveries")
  @ResponseBody
  Json deliveries(Account account, @PathVariable UUID hook, Paging paging) {
    return paging.pageOf(webhooks.deliveries(account, hook), WebhooksPage::json,
        delivery -> delivery.id().toString());
  }

  private static Json.Object json(Webhook hook) {
    return Json.object()
        .with("id", hook.id().toString())
        .with("url", hook.url())
        .with("acts", hook.acts().stream().map(Json::text).toList())
        .with("next", hook.next())
        .with("state", state(hook))
        .with("due", hook.due().toString());
  }

  private static Json.Object json(Delivery delivery) {
    return Json.object()
        .with("id", delivery.id().toString())
        .with("at", delivery.at().toString())
        .with("first", delivery.first())
        .with("events", delivery.events())
        .with("outcome", delivery.outcome());
  }
}
