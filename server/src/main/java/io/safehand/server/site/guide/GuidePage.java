package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.GateView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The guide: six questions, the tasks as they stand, and the gates of the preparation. */
@Controller
class GuidePage {
  private final FirstDay day;
  private final Team team;
  private final Access access;
  private final Deals deals;

  GuidePage(FirstDay day, Team team, Access access, Deals deals) {
    this.day = day;
    this.team = team;
    this.access = access;
    this.deals = deals;
  }

  @GetMapping("/guide")
  String show(Account account, Model model) {
    Set<Step> done = day.done(account);
    model.addAttribute("tasks", Task.after(done));
    model.addAttribute("asks",
        done.contains(Step.CONFIRM) && !done.contains(Step.QUESTIONS) && account.has(Role.DEAL_MANAGER));
    model.addAttribute("vacant", team.vacant(account.company()));
    model.addAttribute("waiting",
        account.has(Role.SECURITY_OFFICER) ? team.waiting(account.company()) : List.of());
    model.addAttribute("types", DealType.values());
    model.addAttribute("copies", Answers.Copy.values());
    model.addAttribute("channels", Answers.Channel.values());
    model.addAttribute("seconds", day.seconds(account));
    model.addAttribute("import", day.source(account.company()).map(ImportId::toString).orElse(""));
    day.answers(account).ifPresent(answers -> preparation(account.company(), answers, model));
    return "guide/guide";
  }

  private void preparation(CompanyId company, Answers answers, Model model) {
    List<GateView> gates = deals.gates(company, answers.deal())
        .stream()
        .filter(gate -> gate.stage() == Stage.PREPARATION && gate.state() != GateView.State.NOT_APPLICABLE)
        .toList();
    List<GateView> later = gates.stream().filter(gate -> gate.state() == GateView.State.NOT_BUILT).toList();
    List<GateView> now = gates.stream().filter(gate -> gate.state() != GateView.State.NOT_BUILT).toList();
    model.addAttribute("deal", answers.deal());
    model.addAttribute("told", answers.copies().stream().sorted().toList());
    model.addAttribute("now", now);
    model.addAttribute("green", now.stream().allMatch(gate -> gate.state().passes()));
    model.addAttribute("later", later);
  }

  /** The link is in this answer and nowhere else. */
  @PostMapping("/guide/team")
  String invite(Account account, @RequestParam Post post, @RequestParam String handle,
      @RequestParam String name, @RequestParam(defaultValue = "") String mail, Model model) {
    Optional<Secret> secret = team.invite(account, post, FoundingPage.newcomer(handle, name, mail));
    if (secret.isEmpty()) {
      return "redirect:/guide?refused=signin.newcomer";
    }
    model.addAttribute("invitation", secret.get().exposed());
    return show(account, model);
  }

  @PostMapping("/guide/team/confirm")
  String confirm(Account account, @RequestParam UUID person, @RequestParam Post post) {
    return "redirect:/guide" + (team.confirm(account, new AccountId(person), post)
        ? "?done=guide.confirmed"
        : "?refused=guide.nothing-waits");
  }

  /**
   * @param buyer the number of the buyer's company; empty when there is none yet
   * @param customers about how many
   */
  @PostMapping("/guide/answers")
  String answer(Account account, @RequestParam DealType type, @RequestParam String codeName,
      @RequestParam(defaultValue = "") String buyer, @RequestParam long customers, @RequestParam UUID second,
      @RequestParam(defaultValue = "") Set<Answers.Copy> copies,
      @RequestParam(defaultValue = "") Set<Answers.Channel> channels) {
    Optional<CompanyId> company = access.company(buyer);
    if (company.isEmpty() && !buyer.isBlank() || company.filter(account.company()::equals).isPresent()) {
      return "redirect:/guide?refused=deal.buyer";
    }
    boolean known = day.seconds(account).stream().anyMatch(other -> other.id().value().equals(second));
    if (codeName.isBlank() || codeName.length() > DealTerms.LONGEST_CODE_NAME || customers < 1 || !known) {
      return "redirect:/guide?refused=guide.answers";
    }
    DealTerms terms = new DealTerms(type, DealTerms.AssetMode.STRICT_23, codeName.strip(), account.company(),
        company, false, false, false, DealTerms.NOTICE_DAYS, DealTerms.NOTICE_DAYS);
    day.open(account, terms, new FirstDay.Given(customers, new AccountId(second), copies, channels));
    return "redirect:/guide?done=guide.answered";
  }
}
