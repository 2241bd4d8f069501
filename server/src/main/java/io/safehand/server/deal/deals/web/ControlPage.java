package io.safehand.server.deal.deals.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.ChangeOfControl;
import io.safehand.server.deal.deals.ControlChanges;
import io.safehand.server.deal.deals.ControlNotChanged;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealNotAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The change of control on a deal's page: proposed by an administrator, carried out after the security officer agreed. */
@Controller
class ControlPage {
  private final ControlChanges changes;
  private final Assignments assignments;

  ControlPage(ControlChanges changes, Assignments assignments) {
    this.changes = changes;
    this.assignments = assignments;
  }

  /** @param handle of who comes, each with the role beside it; lines without a handle are left out */
  @PostMapping("/deals/{deal}/control")
  String propose(@PathVariable UUID deal, @RequestParam(defaultValue = "") Set<UUID> outgoing,
      @RequestParam List<String> handle, @RequestParam List<Role> role, Account account) {
    DealId id = require(account, deal);
    List<ChangeOfControl.Appointment> incoming = IntStream.range(0, Math.min(handle.size(), role.size()))
        .filter(line -> !handle.get(line).isBlank())
        .mapToObj(line -> new ChangeOfControl.Appointment(handle.get(line).strip(), role.get(line)))
        .toList();
    if (outgoing.isEmpty() || incoming.isEmpty()) {
      return back(deal, "?refused=deal.control-empty");
    }
    try {
      changes.propose(account.company(), id,
          new ChangeOfControl(outgoing.stream().map(AccountId::new).collect(Collectors.toSet()), incoming),
          account);
      return back(deal, "?done=deal.control-proposed");
    } catch (DealNotAllowed refused) {
      return back(deal, "?refused=" + refused.reason().code());
    }
  }

  @PostMapping("/deals/{deal}/control/{matter}")
  String change(@PathVariable UUID deal, @PathVariable UUID matter, Account account) {
    DealId id = require(account, deal);
    try {
      changes.change(account.company(), id, new MatterId(matter), account);
      return "redirect:/?done=deal.control-changed";
    } catch (DealNotAllowed refused) {
      return back(deal, "?refused=" + refused.reason().code());
    } catch (ControlNotChanged refused) {
      return back(deal, "?refused=deal.control-refused");
    }
  }

  private static String back(UUID deal, String said) {
    return "redirect:/deals/" + deal + said;
  }

  private DealId require(Account account, UUID deal) {
    return assignments.deal(account, new DealId(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        .id();
  }
}
