package io.safehand.server.base.signin.web;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.signin.TotpOffer;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where a link of an invitation leads. Looking decides nothing. */
@Controller
class InvitationPage {
  private final Invitations invitations;
  private final SecondFactors factors;
  private final SignIns signIns;
  private final Access access;

  InvitationPage(Invitations invitations, SecondFactors factors, SignIns signIns, Access access) {
    this.invitations = invitations;
    this.factors = factors;
    this.signIns = signIns;
    this.access = access;
  }

  @GetMapping("/invitation/{token}")
  String show(@PathVariable String token, Model model) {
    Account account = account(token);
    return offered(account, factors.offer(account, name(account, "")), "", model);
  }

  @PostMapping("/invitation/{token}")
  String accept(@PathVariable String token, @RequestParam(defaultValue = "") String name,
      @RequestParam char[] password, @RequestParam String carried, @RequestParam String code, Model model) {
    Account account = account(token);
    Invitations.Outcome outcome = invitations.accept(token,
        new Invitations.Entry(name, password, carried, code));
    Arrays.fill(password, ' ');
    return switch (outcome) {
      case Invitations.Outcome.Accepted accepted -> {
        model.addAttribute("codes", accepted.codes().stream().map(Secret::exposed).toList());
        yield "signin/codes";
      }
      case Invitations.Outcome.Refused refused -> {
        model.addAttribute("reason", "refused." + refused.reason());
        TotpOffer offer = factors.again(account, name(account, name), carried)
            .orElseGet(() -> factors.offer(account, name(account, name)));
        yield offered(account, offer, name, model);
      }
    };
  }

  /** One answer to a link that was used, that is too old and that never was. */
  @ExceptionHandler(Over.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String over() {
    return "signin/over";
  }

  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Account account(String token) {
    return invitations.find(token).map(Invitations.Invitation::account).orElseThrow(Over::new);
  }

  private String offered(Account account, TotpOffer offer, String typed, Model model) {
    Optional<String> known = signIns.name(account);
    model.addAttribute("invitingCompany", access.company(account.company()).map(Company::name).orElse(""));
    model.addAttribute("name", known.orElse(typed));
    model.addAttribute("nameKnown", known.isPresent());
    model.addAttribute("offer", offer);
    model.addAttribute("picture", Picture.of(offer.address()));
    return "signin/invitation";
  }

  private String name(Account account, String typed) {
    return signIns.name(account).orElse(typed);
  }
}
