package io.safehand.server.custody.consent.web;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.consent.ConsentNotice;
import io.safehand.server.custody.consent.ConsentNotices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people are asked to consent to, purpose by purpose, and its next text. */
@Controller
class ConsentNoticesPage {
  private static final String PATH = "/consent-notices";
  private static final List<String> MEANINGS = List.of("same", "changed");
  private static final int LONGEST = 4_000;

  private final ConsentNotices notices;

  ConsentNoticesPage(ConsentNotices notices) {
    this.notices = notices;
  }

  /** A purpose and what people are asked now. */
  public record Shown(PurposeRule purpose, Optional<ConsentNotice> notice) {}

  @GetMapping(PATH)
  String show(Account account, Model model) {
    List<PurposeRule> purposes = notices.purposes(account.company());
    model.addAttribute("shown",
        purposes.stream()
            .map(rule -> new Shown(rule, notices.current(account.company(), rule.purpose())))
            .toList());
    model.addAttribute("meanings", MEANINGS);
    return "consent/notices";
  }

  /** @param meaning {@code same} or {@code changed}: said each time, none is chosen beforehand */
  @PostMapping(PATH)
  String publish(Account account, @RequestParam String purpose, @RequestParam String zh,
      @RequestParam String en, @RequestParam(defaultValue = "") String meaning) {
    boolean declared = notices.purposes(account.company())
        .stream()
        .anyMatch(rule -> rule.purpose().code().equals(purpose));
    boolean said = !zh.isBlank() && !en.isBlank() && zh.length() <= LONGEST && en.length() <= LONGEST;
    if (!declared || !said || !MEANINGS.contains(meaning)) {
      return "redirect:" + PATH + "?refused=consent.notice";
    }
    notices.publish(new Purpose(purpose), new ConsentNotices.Text(lines(zh), lines(en)),
        meaning.equals("changed"), account);
    return "redirect:" + PATH + "?done=consent.published";
  }

  /** The text is bound by its hash: a browser's line ends are none of it. */
  private static String lines(String text) {
    return text.strip().replace("\r\n", "\n");
  }
}
