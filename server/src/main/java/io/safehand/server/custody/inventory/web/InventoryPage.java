package io.safehand.server.custody.inventory.web;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.InventoryRefused;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.Proposal;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inventory in force, what is proposed against it, and its earlier versions. */
@Controller
class InventoryPage {
  private final Inventories inventories;
  private final Decisions decisions;
  private final Access access;

  InventoryPage(Inventories inventories, Decisions decisions, Access access) {
    this.inventories = inventories;
    this.decisions = decisions;
    this.access = access;
  }

  /** A proposal and what the account may do with it. */
  record Shown(Proposal proposal, String author, boolean mayVote, boolean mayAdopt) {}

  /** A version and who put it in force. */
  record Version(Adopted adopted, String by, List<String> approvers) {}

  @GetMapping("/inventory")
  String show(Account account, Model model) {
    Optional<Adopted> present = inventories.adopted(account.company());
    present.ifPresent(adopted -> model.addAttribute("inventory", adopted.inventory()));
    model.addAttribute("audiences", List.of(Audience.values()));
    model.addAttribute("proposals", proposals(account));
    model.addAttribute("mayChange", inventories.mayChange(account));
    model.addAttribute("versions", versions(account));
    return "inventory/inventory";
  }

  /** What is wrong is said beside the text, which holds no personal data and stays. */
  @PostMapping("/inventory/proposals")
  String propose(Account account, @RequestParam String yaml, Model model, HttpServletResponse response) {
    try {
      inventories.propose(account.company(), yaml.replace("\r\n", "\n"), account);
      return "redirect:/inventory?done=inventory.proposed";
    } catch (InventoryRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", "refused.inventory." + refused.why().code());
      model.addAttribute("at", refused.at().toArray());
      model.addAttribute("yaml", yaml);
      return show(account, model);
    }
  }

  @PostMapping("/inventory/adopt")
  String adopt(Account account, @RequestParam UUID matter) {
    MatterId id = new MatterId(matter);
    Proposal proposal = inventories.proposals(account.company())
        .stream()
        .filter(one -> one.matter().id().equals(id) && one.matter().state() == Matter.State.APPROVED)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    inventories.adopt(account.company(), proposal.yaml(), id, account);
    return "redirect:/inventory?done=inventory.adopted";
  }

  @GetMapping("/inventory/{number}.yaml")
  ResponseEntity<byte[]> text(Account account, @PathVariable int number) {
    String yaml = inventories.text(account.company(), number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"inventory-" + number + ".yaml\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private List<Shown> proposals(Account account) {
    List<MatterId> mine = decisions.waitingFor(account).stream().map(Matter::id).toList();
    boolean mayChange = inventories.mayChange(account);
    List<Proposal> proposed = inventories.proposals(account.company());
    Map<AccountId, String> handles = access.handles(account.company(),
        proposed.stream().map(one -> one.matter().author()).toList());
    return proposed.stream()
        .map(one -> new Shown(one, handles.getOrDefault(one.matter().author(), ""),
            mine.contains(one.matter().id()), mayChange && one.matter().state() == Matter.State.APPROVED))
        .toList();
  }

  private List<Version> versions(Account account) {
    List<Adopted> history = inventories.history(account.company());
    Map<AccountId, String> handles = access.handles(account.company(),
        history.stream()
            .flatMap(adopted -> Stream.concat(Stream.of(adopted.by()), adopted.approvers().stream()))
            .map(InventoryPage::id)
            .toList());
    return history.stream()
        .map(adopted -> new Version(adopted, handles.getOrDefault(id(adopted.by()), ""),
            adopted.approvers().stream().map(who -> handles.getOrDefault(id(who), "")).toList()))
        .toList();
  }

  private static AccountId id(String who) {
    return new AccountId(UUID.fromString(who));
  }
}
