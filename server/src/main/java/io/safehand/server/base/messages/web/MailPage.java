package io.safehand.server.base.messages.web;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.messages.Gateway;
import io.safehand.server.base.messages.Gateways;
import io.safehand.server.base.messages.Mail;
import io.safehand.server.base.messages.MailServer;
import io.safehand.server.base.messages.Mails;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By which server mail goes out, and trying it; by which gateway short messages do. */
@Controller
class MailPage {
  private static final int SUBMISSION = 587;
  private static final MailServer NONE = new MailServer("", SUBMISSION, MailServer.Security.STARTTLS, "", "");

  private static final Gateway NO_GATEWAY = new Gateway(new UUID(0, 0), "", "");

  private final Mails mails;
  private final Gateways gateways;

  MailPage(Mails mails, Gateways gateways) {
    this.mails = mails;
    this.gateways = gateways;
  }

  @GetMapping("/settings")
  String show(Account account, Model model) {
    model.addAttribute("server", mails.server(account).orElse(NONE));
    model.addAttribute("isSet", mails.server(account).isPresent());
    model.addAttribute("securities", MailServer.Security.values());
    model.addAttribute("gateway", gateways.gateway(account.company()).orElse(NO_GATEWAY));
    return "messages/mail";
  }

  @PostMapping("/settings/mail")
  String set(Account account, MailServer server, @RequestParam(defaultValue = "") String password) {
    boolean done = mails.set(account, server, PersonalText.of(password));
    return "redirect:/settings" + (done ? "?done=messages.set" : "?refused=messages.malformed");
  }

  @PostMapping("/settings/sms")
  String gateway(Account account, @RequestParam String url, @RequestParam(defaultValue = "") String sender,
      @RequestParam String secret) {
    boolean done = gateways.set(account, url, sender, PersonalText.of(secret));
    return "redirect:/settings" + (done ? "?done=messages.gateway" : "?refused=messages.gateway");
  }

  @PostMapping("/settings/mail/test")
  String test(Account account) {
    Mails.Outcome outcome = mails.send(account.company(), account.id(), new Mail("test"));
    String code = "messages." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "redirect:/settings" + (outcome == Mails.Outcome.SENT ? "?done=" : "?refused=") + code;
  }
}
