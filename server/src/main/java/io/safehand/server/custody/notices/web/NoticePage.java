package io.safehand.server.custody.notices.web;

import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.NoticeText;
import io.safehand.server.custody.notices.PersonalLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page behind a personal link: the notice, and what its person can answer. */
@Controller
class NoticePage {
  private final PersonalLinks links;

  NoticePage(PersonalLinks links) {
    this.links = links;
  }

  @GetMapping("/n/{token}")
  String show(@PathVariable String token, HttpServletRequest request, Locale locale, Model model) {
    return page(request.getMethod().equals("HEAD") ? links.peek(token) : links.open(token), locale, model);
  }

  /** @param said what the button says; anything else is like no such page */
  @PostMapping("/n/{token}")
  String answer(@PathVariable String token, @RequestParam(defaultValue = "") String said, Model model,
      Locale locale) {
    Optional<PersonalLinks.Said> known = Arrays.stream(PersonalLinks.Said.values())
        .filter(choice -> choice.name().equals(said))
        .findFirst();
    model.addAttribute("answered", true);
    return page(known.flatMap(choice -> links.say(token, choice)), locale, model);
  }

  private static String page(Optional<PersonalLinks.Shown> shown, Locale locale, Model model) {
    PersonalLinks.Shown found = shown.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    NoticeText text = locale.getLanguage().equals("zh") ? found.notice().zh() : found.notice().en();
    model.addAttribute("shown", found);
    model.addAttribute("parts", parts(text));
    return "notices/notice";
  }

  /** A part as the page shows it. */
  record Part(String code, String text) {}

  static List<Part> parts(NoticeText text) {
    return Arrays.stream(NoticePart.values())
        .filter(part -> !text.parts().getOrDefault(part, "").isBlank())
        .map(part -> new Part(part.code(), text.parts().getOrDefault(part, "")))
        .toList();
  }
}
