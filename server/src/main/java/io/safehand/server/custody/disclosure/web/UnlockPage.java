package io.safehand.server.custody.disclosure.web;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.tables.TableFormat;
import io.safehand.server.custody.disclosure.BulkReads;
import io.safehand.server.custody.disclosure.Inquiries;
import io.safehand.server.custody.disclosure.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets one's own programs read many people for a minute; asked for again who one is before. */
@Controller
class UnlockPage {
  private final BulkReads bulk;
  private final Inquiries inquiries;
  private final CustomerRows rows;

  UnlockPage(BulkReads bulk, Inquiries inquiries, CustomerRows rows) {
    this.bulk = bulk;
    this.inquiries = inquiries;
    this.rows = rows;
  }

  @GetMapping("/customers/unlock")
  String show(Account account, Model model) {
    model.addAttribute("until", bulk.unlocked(account));
    model.addAttribute("left", bulk.left(account));
    model.addAttribute("purposes", inquiries.offer(account).map(Inquiries.Offer::purposes).orElse(List.of()));
    return "disclosure/unlock";
  }

  @PostMapping("/customers/unlock")
  String unlock(Sessions.SignedIn who) {
    bulk.unlock(who);
    return "redirect:/customers/unlock?done=disclosure.unlocked";
  }

  /** The customers as a file, as many as the day's budget reaches; none in full. */
  @PostMapping("/customers/file")
  void file(Account account, @RequestParam String purpose, @RequestParam String matter,
      @RequestParam String as, HttpServletResponse response) throws IOException {
    if (!Question.isMatter(matter.strip())) {
      response.sendRedirect("/customers/unlock?refused=disclosure.case");
      return;
    }
    TableFormat format = TableFormat.of(as).orElseThrow(() -> RequestRefused.malformed("disclosure.value"));
    CustomerRows.Reason why = new CustomerRows.Reason(account, offered(account, purpose), matter.strip());
    switch (bulk.list(account, why.purpose(), why.matter(), Optional.empty(), bulk.left(account))) {
      case BulkReads.Listing.Refused refused ->
        response.sendRedirect("/customers/unlock?refused=" + refused.why().code());
      case BulkReads.Listing.Next next -> {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"customers." + format.code() + "\"");
        rows.write(format, why, next.people(), response.getOutputStream());
      }
    }
  }

  private Purpose offered(Account account, String purpose) {
    return inquiries.offer(account)
        .stream()
        .flatMap(offer -> offer.purposes().stream())
        .map(PurposeRule::purpose)
        .filter(offered -> offered.code().equals(purpose))
        .findFirst()
        .orElseThrow(() -> RequestRefused.malformed("api.purpose-missing"));
  }
}
