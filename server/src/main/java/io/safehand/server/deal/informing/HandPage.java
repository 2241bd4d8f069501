package io.safehand.server.deal.informing;

import io.safehand.core.custody.View;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.TableFormat;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.ByHand;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Delivery;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.deal.deals.Assignments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** People whom staff tell: a sheet to print with a picture for each, the same as a file, and saying that it was done. */
@Controller
class HandPage {
  private static final int MOST = 1_000;

  private final ByHand byHand;
  private final Notices notices;
  private final Inventories inventories;
  private final Assignments assignments;
  private final Tables tables;

  HandPage(ByHand byHand, Notices notices, Inventories inventories, Assignments assignments, Tables tables) {
    this.byHand = byHand;
    this.notices = notices;
    this.inventories = inventories;
    this.assignments = assignments;
    this.tables = tables;
  }

  /** One person on the sheet. */
  record Row(PersonId person, String known, String link, LinkPicture picture) {
    @Override
    public String toString() {
      return "person " + person;
    }
  }

  @GetMapping("/deals/{deal}/notices/{campaign}/hand")
  String show(@PathVariable UUID deal, @PathVariable UUID campaign, Account account, Model model) {
    fill(deal, require(account, deal, campaign), account, model);
    return "informing/hand";
  }

  /**
   * A list is asked for by a form, because it draws links.
   *
   * @param as {@code csv}, {@code xlsx}, or the sheet itself
   */
  @PostMapping("/deals/{deal}/notices/{campaign}/hand/list")
  @Nullable
  String list(@PathVariable UUID deal, @PathVariable UUID campaign, @RequestParam String purpose,
      @RequestParam(defaultValue = "20") int most, @RequestParam(defaultValue = "") String as,
      Account account, Model model, HttpServletResponse response) throws IOException {
    Campaign found = require(account, deal, campaign);
    ByHand.Listing listing = byHand.list(account, found.id(), new Purpose(purpose),
        Math.clamp(most, 1, MOST));
    return switch (listing) {
      case ByHand.Listing.Refused refused ->
        "redirect:/deals/" + deal + "/notices/" + campaign + "/hand?refused=" + refused.why().code();
      case ByHand.Listing.Next next -> {
        Optional<TableFormat> file = TableFormat.of(as);
        if (file.isPresent()) {
          write(next.people(), file.get(), response);
          yield null;
        }
        fill(deal, found, account, model);
        model.addAttribute("rows", next.people().stream().map(HandPage::row).toList());
        yield "informing/hand";
      }
    };
  }

  @PostMapping("/deals/{deal}/notices/{campaign}/hand")
  String attest(@PathVariable UUID deal, @PathVariable UUID campaign, @RequestParam String person,
      @RequestParam boolean told, Account account) {
    Campaign found = require(account, deal, campaign);
    boolean done = byHand.attest(account, found.id(), PersonId.parse(person), told);
    return "redirect:/deals/" + deal + "/notices/" + campaign
        + (done ? "/hand?done=informing.attested" : "/hand?refused=informing.attested");
  }

  private void fill(UUID deal, Campaign campaign, Account account, Model model) {
    model.addAttribute("dealId", deal);
    model.addAttribute("campaign", campaign);
    model.addAttribute("waiting", campaign.counts().of(Delivery.BY_HAND));
    model.addAttribute("purposes",
        inventories.adopted(account.company())
            .map(Adopted::inventory)
            .map(inventory -> inventory.purposes())
            .orElse(List.of()));
  }

  private void write(List<ByHand.Waiting> people, TableFormat format, HttpServletResponse response)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"links." + format.code() + "\"");
    List<String> headings = List.of("person", "known", "link");
    tables.write(format, headings,
        people.stream()
            .map(one -> List.of(Cell.text(one.person().toString()), Cell.text(known(one.view())),
                Cell.text(one.link())))
            .map(cells -> List.<Cell>copyOf(cells))
            .iterator(),
        response.getOutputStream());
  }

  private static Row row(ByHand.Waiting one) {
    return new Row(one.person(), known(one.view()), one.link(), LinkPicture.of(one.link()));
  }

  /** What is shown of the person, none of it in full. */
  private static String known(View view) {
    return view.fields()
        .stream()
        .map(field -> field.shown().exposed())
        .filter(text -> !text.isEmpty())
        .limit(4)
        .collect(Collectors.joining(" · "));
  }

  private Campaign require(Account account, UUID deal, UUID campaign) {
    CampaignsPage.require(assignments, account, deal);
    return notices.campaign(account.company(), new CampaignId(campaign))
        .filter(found -> found.deal().equals(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
