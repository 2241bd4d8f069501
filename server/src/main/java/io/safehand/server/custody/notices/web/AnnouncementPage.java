package io.safehand.server.custody.notices.web;

import io.safehand.server.custody.notices.Announcements;
import io.safehand.server.custody.notices.Notice;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A notice made public. */
@Controller
class AnnouncementPage {
  private final Announcements announcements;

  AnnouncementPage(Announcements announcements) {
    this.announcements = announcements;
  }

  @GetMapping("/announcements/{campaign}")
  String show(@PathVariable UUID campaign, Locale locale, Model model) {
    Notice notice = announcements.find(campaign)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("parts",
        NoticePage.parts(locale.getLanguage().equals("zh") ? notice.zh() : notice.en()));
    return "notices/announcement";
  }
}
