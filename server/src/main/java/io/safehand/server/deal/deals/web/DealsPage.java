package io.safehand.server.deal.deals.web;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The deals that somebody knows of, and opening one. */
@Controller
class DealsPage {
  private static final Table<Deal> DEALS = Table.<Deal>named("deals.list")
      .with("code-name", deal -> Cell.text(deal.terms().codeName()).to("/deals/" + deal.id()))
      .with("type", deal -> Cell.code("console.deal-type", deal.terms().type().name()))
      .with("stage", deal -> Cell.code("stage", deal.stage().name()))
      .with("since", deal -> Cell.time(deal.stageSince()))
      .with("overrides", deal -> Cell.count(deal.overrides()));

  private final Deals deals;
  private final Assignments assignments;
  private final Access access;
  private final Tables tables;

  DealsPage(Deals deals, Assignments assignments, Access access, Tables tables) {
    this.deals = deals;
    this.assignments = assignments;
    this.access = access;
    this.tables = tables;
  }

  @GetMapping("/deals")
  ModelAndView list(Account account, TableQuery query) {
    return tables.show("deals/list", query, DEALS.of(assignments.deals(account)));
  }

  @GetMapping("/deals/new")
  String form(Model model) {
    model.addAttribute("types", DealType.values());
    model.addAttribute("days", DealTerms.NOTICE_DAYS);
    return "deals/new";
  }

  /** @param buyer the number of the buyer's company, which its people see on their home page; empty when there is none yet */
  @PostMapping("/deals")
  String open(@RequestParam String codeName, @RequestParam DealType type,
      @RequestParam(defaultValue = "") String buyer,
      @RequestParam(defaultValue = "false") boolean excludeObjectors,
      @RequestParam(defaultValue = "false") boolean changesDetails, Account account) {
    Optional<CompanyId> company = access.company(buyer);
    if (company.isEmpty() && !buyer.isBlank() || company.filter(account.company()::equals).isPresent()) {
      return "redirect:/deals/new?refused=deal.buyer";
    }
    if (codeName.isBlank() || codeName.length() > DealTerms.LONGEST_CODE_NAME) {
      return "redirect:/deals/new?refused=deal.code-name";
    }
    DealTerms terms = new DealTerms(type, DealTerms.AssetMode.STRICT_23, codeName.strip(), account.company(),
        company, excludeObjectors, false, changesDetails, DealTerms.NOTICE_DAYS, DealTerms.NOTICE_DAYS);
    DealId id = deals.open(account.company(), terms, account);
    return "redirect:/deals/" + id + "?done=deal.opened";
  }
}
