package io.safehand.server.deal.leaving.web;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Purpose;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.leaving.Copy;
import io.safehand.server.deal.leaving.CopyId;
import io.safehand.server.deal.leaving.CopyRefused;
import io.safehand.server.deal.leaving.Leavings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One copy: the vote, the passphrase, the file, and what became of it. */
@Controller
class CopyPage {
  private static final String KIND = "leaving.copy";

  private final Leavings leavings;
  private final Decisions decisions;
  private final Runs runs;
  private final Inventories inventories;
  private final Vaults vaults;
  private final Access access;

  CopyPage(Leavings leavings, Decisions decisions, Runs runs, Inventories inventories, Vaults vaults,
      Access access) {
    this.inventories = inventories;
    this.vaults = vaults;
    this.leavings = leavings;
    this.decisions = decisions;
    this.runs = runs;
    this.access = access;
  }

  @GetMapping("/copies/{copy}")
  String show(Account account, @PathVariable UUID copy, Model model) {
    Copy found = require(account, copy);
    fill(account, found, model);
    model.addAttribute("holder", access.handle(account.company(), found.holder()));
    inventories.adopted(account.company()).map(Adopted::inventory).ifPresent(inventory -> {
      Set<Purpose> wanted = found.wanted().purposes();
      model.addAttribute("purposes",
          inventory.purposes().stream().filter(rule -> wanted.contains(rule.purpose())).toList());
      model.addAttribute("fields",
          inventory.fields()
              .stream()
              .filter(field -> field.purposes().stream().anyMatch(wanted::contains))
              .map(FieldRule::column)
              .toList());
    });
    model.addAttribute("live", vaults.population(account.company()).live());
    model.addAttribute("votes", decisions.views(account, found.id().subject(), Set.of(KIND),
        leavings.hash(account.company(), found)));
    return "leaving/copy";
  }

  /** The part that moves; it asks for the whole page once there is nothing more to wait for. */
  @GetMapping("/copies/{copy}/progress")
  String progress(Account account, @PathVariable UUID copy, Model model, HttpServletResponse response) {
    Copy found = require(account, copy);
    fill(account, found, model);
    if (found.state() != Copy.State.WRITING) {
      response.setHeader("HX-Refresh", "true");
    }
    return "leaving/copy :: progress";
  }

  /** Shows the passphrase, in this answer alone. */
  @PostMapping("/copies/{copy}/begin")
  String begin(Sessions.SignedIn who, @PathVariable UUID copy, Model model) {
    Copy found = require(who.account(), copy);
    try {
      model.addAttribute("passphrase", leavings.begin(who, found.id()).exposed());
      model.addAttribute("copy", found);
      return "leaving/passphrase";
    } catch (CopyRefused refused) {
      return "redirect:/copies/" + copy + "?refused=" + refused.code();
    }
  }

  @PostMapping("/copies/{copy}/file")
  void file(Sessions.SignedIn who, @PathVariable UUID copy, HttpServletResponse response) throws IOException {
    Copy found = require(who.account(), copy);
    try (InputStream file = leavings.take(who, found.id())) {
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + copy + ".xlsx\"");
      file.transferTo(response.getOutputStream());
    } catch (CopyRefused refused) {
      response.sendRedirect("/copies/" + copy + "?refused=" + refused.code());
    }
  }

  /** Only its holder; what was written is erased. */
  @PostMapping("/copies/{copy}/cancel")
  String cancel(Account account, @PathVariable UUID copy) {
    Copy found = require(account, copy);
    boolean cancelled = found.holder().equals(account.id())
        && runs.of(account.company(), found.id().subject())
            .stream()
            .anyMatch(run -> runs.cancel(account.company(), found.id().subject(), run.id()));
    return "redirect:/copies/" + copy + (cancelled ? "?done=leaving.cancelled" : "?refused=leaving.over");
  }

  @PostMapping("/copies/{copy}/destroyed")
  String destroyed(Account account, @PathVariable UUID copy) {
    Copy found = require(account, copy);
    try {
      leavings.attestDestroyed(account, found.id());
      return "redirect:/copies/" + copy + "?done=leaving.destroyed";
    } catch (CopyRefused refused) {
      return "redirect:/copies/" + copy + "?refused=" + refused.code();
    }
  }

  private void fill(Account account, Copy copy, Model model) {
    model.addAttribute("copy", copy);
    model.addAttribute("mine", copy.holder().equals(account.id()));
    runs.of(account.company(), copy.id().subject())
        .stream()
        .findFirst()
        .ifPresent(run -> model.addAttribute("run", run));
  }

  private Copy require(Account account, UUID copy) {
    return leavings.find(account, new CopyId(copy))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
