package io.safehand.server.base.signin.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.signin.TotpOffer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An authenticator app as second factor, and recovery codes. */
@Controller
class AppPage {
  private final SecondFactors factors;
  private final SignIns signIns;

  AppPage(SecondFactors factors, SignIns signIns) {
    this.factors = factors;
    this.signIns = signIns;
  }

  @GetMapping("/account/app")
  String show(Account account, Model model) {
    return offered(factors.offer(account, name(account)), model);
  }

  @PostMapping("/account/app")
  String enrol(Account account, @RequestParam String carried, @RequestParam String code, Model model) {
    Optional<List<Secret>> codes = factors.enrol(account, carried, code);
    if (codes.isPresent()) {
      return shown(codes.get(), model);
    }
    model.addAttribute("refused", true);
    return offered(
        factors.again(account, name(account), carried).orElseGet(() -> factors.offer(account, name(account))),
        model);
  }

  @PostMapping("/account/app/end")
  String end(Account account) {
    factors.end(account);
    return "redirect:/account?done=signin.app-ended";
  }

  @PostMapping("/account/codes")
  String renew(Account account, Model model) {
    return shown(factors.renewCodes(account), model);
  }

  private String name(Account account) {
    return signIns.name(account).orElse(account.handle());
  }

  private static String offered(TotpOffer offer, Model model) {
    model.addAttribute("offer", offer);
    model.addAttribute("picture", Picture.of(offer.address()));
    return "signin/app";
  }

  private static String shown(List<Secret> codes, Model model) {
    model.addAttribute("codes", codes.stream().map(Secret::exposed).toList());
    return "signin/codes";
  }
}
