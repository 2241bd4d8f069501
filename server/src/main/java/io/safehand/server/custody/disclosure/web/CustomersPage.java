package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Inquiry;
import io.safehand.server.custody.disclosure.Question;
import io.safehand.server.custody.inventory.Inventories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Looking a customer up: the form, those found with masks, one record. What is searched for travels in the body of one
 * post; addresses hold ids that tell nothing.
 */
@Controller
class CustomersPage {
  private final Inquiries inquiries;
  private final Inventories inventories;
  private final Viewers viewers;

  CustomersPage(Inquiries inquiries, Inventories inventories, Viewers viewers) {
    this.inquiries = inquiries;
    this.inventories = inventories;
    this.viewers = viewers;
  }

  @GetMapping("/customers")
  String form(Account account, Model model) {
    Optional<Inquiries.Offer> offer = inquiries.offer(account);
    model.addAttribute("purposes", offer.map(Inquiries.Offer::purposes).orElse(List.of()));
    model.addAttribute("fields", offer.map(Inquiries.Offer::fields).orElse(List.of()));
    model.addAttribute("hasInventory", offer.isPresent());
    return "disclosure/customers";
  }

  @PostMapping("/customers")
  String search(Account account, @RequestParam String field, @RequestParam String value,
      @RequestParam String purpose, @RequestParam String matter) {
    if (!Question.isMatter(matter.strip())) {
      return "redirect:/customers?refused=disclosure.case";
    }
    if (value.isBlank() || inquiries.offer(account).isEmpty()) {
      return "redirect:/customers?refused=disclosure.value";
    }
    return switch (inquiries.search(account, question(field, value, purpose, matter.strip()))) {
      case Inquiries.Outcome.Refused refused -> "redirect:/customers?refused=disclosure." + refused.code();
      case Inquiries.Outcome.Done done -> "redirect:/customers/" + done.inquiry().id();
    };
  }

  private static Question question(String field, String value, String purpose, String matter) {
    try {
      return new Question(new FieldName(field), PersonalText.of(value), new Purpose(purpose), matter);
    } catch (IllegalArgumentException forged) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  @GetMapping("/customers/{inquiry}")
  String hits(Account account, @PathVariable UUID inquiry, Model model) {
    Inquiry asked = require(account, inquiry);
    describe(account, asked, model);
    List<View> hits = inquiries.hits(account, asked);
    model.addAttribute("hits", hits);
    Map<FieldName, FieldRule> rules = inventories.current(account.company()).byName();
    model.addAttribute("headings",
        hits.stream()
            .limit(1)
            .flatMap(hit -> hit.fields().stream())
            .map(field -> Optional.ofNullable(rules.get(field.name())).map(FieldRule::column).orElse(""))
            .toList());
    return "disclosure/hits";
  }

  @GetMapping("/customers/{inquiry}/{person}")
  String record(Account account, @PathVariable UUID inquiry, @PathVariable String person, Model model) {
    Inquiry asked = require(account, inquiry);
    PersonId whom = parse(person);
    describe(account, asked, model);
    Map<FieldName, FieldRule> rules = inventories.current(account.company()).byName();
    List<ShownField> fields = inquiries.record(account, asked, whom)
        .fields()
        .stream()
        .flatMap(field -> Optional.ofNullable(rules.get(field.name()))
            .map(rule -> new ShownField(rule, field))
            .stream())
        .toList();
    model.addAttribute("fields", fields);
    model.addAttribute("person", whom);
    model.addAttribute("allRefused", ShownField.commonRefusal(fields).orElse(""));
    inquiries.sights(account, whom)
        .ifPresent(sights -> model.addAttribute("sights", viewers.named(account, sights)));
    return "disclosure/record";
  }

  /** The same for somebody gone, never there, or not found by this inquiry. */
  @ExceptionHandler(UnknownPerson.class)
  String gone() {
    return "redirect:/customers?refused=disclosure.person.unknown";
  }

  private static PersonId parse(String person) {
    try {
      return PersonId.parse(person);
    } catch (IllegalArgumentException forged) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private Inquiry require(Account account, UUID inquiry) {
    return inquiries.inquiry(account, inquiry)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void describe(Account account, Inquiry asked, Model model) {
    model.addAttribute("inquiry", asked);
    Inventory inventory = inventories.current(account.company());
    model.addAttribute("titles",
        inventory.purposes()
            .stream()
            .collect(Collectors.toMap(rule -> rule.purpose().code(), Function.identity())));
    inventory.purpose(asked.purpose()).ifPresent(rule -> model.addAttribute("purpose", rule));
  }
}
