package io.safehand.server.base.access.web;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Party;
import io.safehand.server.base.access.PartyId;
import io.safehand.server.base.access.PartyRefusal;
import io.safehand.server.base.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units as a tree, outside organisations, boards, and who belongs to them today. */
@Controller
class PartiesPage {
  private final Parties parties;
  private final Clock clock;
  private final ZoneId zone;

  PartiesPage(Parties parties, Clock clock, ZoneId zone) {
    this.parties = parties;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/people/units")
  String show(Account account, Model model) {
    Chart chart = Chart.of(parties.all(account), parties.memberships(account), today());
    model.addAttribute("chart", chart);
    model.addAttribute("kinds", Party.Kind.values());
    model.addAttribute("today", today());
    model.addAttribute("changes", account.has(Role.ADMINISTRATOR));
    return "access/units";
  }

  @PostMapping("/people/units")
  String add(Account account, @RequestParam Party.Kind kind, @RequestParam String name,
      @RequestParam(defaultValue = "") String mail) {
    PersonalText called = PersonalText.of(name.strip());
    PersonalText address = PersonalText.of(mail.strip());
    if (called.isEmpty() || !Party.isName(called) || !Party.isMail(address)) {
      return back(Optional.of(PartyRefusal.MALFORMED), "");
    }
    parties.add(account, kind, called, address);
    return back(Optional.empty(), "access.party-added");
  }

  @PostMapping("/people/units/{unit}/under")
  String move(Account account, @PathVariable UUID unit,
      @RequestParam(required = false) @Nullable UUID under) {
    return back(parties.move(account, new PartyId(unit), Optional.ofNullable(under).map(PartyId::new)),
        "access.party-moved");
  }

  @PostMapping("/people/memberships")
  String join(Account account, @RequestParam UUID member, @RequestParam UUID of, @RequestParam String title,
      @RequestParam LocalDate from, @RequestParam(required = false) @Nullable LocalDate until) {
    Parties.Term term = new Parties.Term(new PartyId(member), new PartyId(of), title.strip(), from,
        Optional.ofNullable(until));
    return back(parties.join(account, term), "access.party-joined");
  }

  @PostMapping("/people/memberships/{membership}/end")
  String leave(Account account, @PathVariable UUID membership) {
    return back(parties.leave(account, membership, today()), "access.party-left");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private static String back(Optional<PartyRefusal> refusal, String done) {
    return "redirect:/people/units"
        + refusal.map(reason -> "?refused=" + reason.code()).orElse("?done=" + done);
  }
}
