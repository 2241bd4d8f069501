package io.safehand.server.deal.informing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.PersonalLinks;
import io.safehand.server.custody.notices.SampleCampaign;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A notice from its draft to its last answer, in a browser. */
@PagesTest
@TestPropertySource(properties = "safehand.mail.sink=true")
class InformingPagesTest {
  @LocalServerPort
  int port;
  @TempDir
  Path folder;
  @Autowired
  ApplicationContext server;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Deals deals;
  @Autowired
  Assignments assignments;
  @Autowired
  Campaigns campaigns;
  @Autowired
  PersonalLinks links;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aNoticeIsDraftedReleasedByAnotherTriedAndSent(Look look) throws Exception {
    SampleCampaign sample = new SampleCampaign(server, folder, 60, UUID.randomUUID(),
        LegalPath.SUCCESSION_22);
    DealId deal = deal(sample);
    String path = "/deals/" + deal + "/notices";
    try (Visitor author = Visitor.at(port, look).as(sample.officer, sessions);
        Visitor second = Visitor.at(port, look).as(sample.lawyer, sessions)) {
      Page page = author.open(path);
      author.requireSound("notices-empty");
      page.fill("[name='zh.seller']", "青岚茶舍有限公司");
      page.click("details form button");
      page.waitForURL("**?done=informing.drafted");
      author.requireSound("notices-lacking");
      page.click("details summary");
      for (NoticePart part : NoticePart.values()) {
        page.fill("[name='zh." + part.code() + "']", "内容 " + part.code());
        page.fill("[name='en." + part.code() + "']", "Text " + part.code());
      }
      page.click("details form button");
      page.waitForSelector("#campaigns > .card:nth-of-type(2)");
      second.open(path).locator("#campaigns > .card:not(:has(li)) form[action$=release] button").click();
      second.page().waitForURL("**?done=informing.released");
      second.page().locator(".card:has(button[value=START]) button[value=REHEARSE]").click();
      second.page().waitForURL("**?done=informing.rehearse");
      Campaign campaign = released(sample, deal);
      sample
          .over(campaigns.runs(sample.company.id(), campaign.id()).stream().map(run -> run.id()).findFirst());
      second.open(path);
      second.requireSound("notices-rehearsed");
      second.page().locator("button[value=START]").click();
      second.page().waitForURL("**?done=informing.start");
      sample
          .over(campaigns.runs(sample.company.id(), campaign.id()).stream().map(run -> run.id()).findFirst());
      second.open(path);
      second.requireSound("notices-sent");
      assertThat(released(sample, deal).reached()).isEqualTo(sample.letters.size()).isPositive();
      byHand(second, path + "/" + campaign.id() + "/hand");
      assertThat(released(sample, deal).delivered()).isEqualTo(1);
    }
  }

  private void byHand(Visitor staff, String path) {
    staff.open(path);
    staff.requireSound("notices-hand");
    staff.page().fill("#most", "3");
    staff.page().click("form[action$=list] button[value='']");
    staff.page().waitForSelector("svg");
    staff.requireSound("notices-hand-sheet");
    staff.page().locator("button[name=told][value=true]").first().click();
    staff.page().waitForURL("**?done=informing.attested");
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aPersonReadsAnswersAndThinksAgainWithoutAnAccount(Look look) throws Exception {
    SampleCampaign sample = new SampleCampaign(server, folder, 30, UUID.randomUUID(), LegalPath.PROVISION_23);
    sample.send();
    String path = "/n/" + SampleCampaign.token(sample.letters.element());
    try (Visitor person = Visitor.at(port, look)) {
      Page page = person.open(path);
      person.requireSound("notice");
      assertThat(page.locator("form.answers button").count()).isEqualTo(2);
      page.click("button[value=CONSENT]");
      page.waitForSelector(".alert-success");
      person.requireSound("notice-answered");
      assertThat(sample.now().consented()).isEqualTo(1);
      page.click("button[value=OBJECT]");
      page.waitForSelector(".alert-success");
      assertThat(sample.now().objected()).isEqualTo(1);
      assertThat(sample.now().consented()).isZero();
    }
  }

  @Test
  void aProgramOnTheWayThatFollowsTheLinkDecidesNothing() throws Exception {
    SampleCampaign sample = new SampleCampaign(server, folder, 30, UUID.randomUUID(), LegalPath.PROVISION_23);
    sample.send();
    String token = SampleCampaign.token(sample.letters.element());
    try (Visitor scanner = Visitor.at(port, Look.EN_DESKTOP)) {
      String url = "http://127.0.0.1:" + port + "/n/" + token;
      for (String method : new String[]{"HEAD", "GET", "OPTIONS"}) {
        scanner.page().request().fetch(url, RequestOptions.create().setMethod(method));
      }
      scanner.page().request().fetch(url + "?said=OBJECT", RequestOptions.create().setMethod("GET"));
      scanner.page().request().fetch(url, RequestOptions.create().setMethod("POST"));
      assertThat(links.peek(token).orElseThrow().stands()).isEqualTo(TransferAnswer.NOTIFIED);
      Response unknown = scanner.page().navigate("http://127.0.0.1:" + port + "/n/" + "A".repeat(43));
      assertThat(unknown.status()).isEqualTo(404);
    }
  }

  @Test
  void anAnnouncementIsThereForEverybodyOnceItWasMade() throws Exception {
    SampleCampaign sample = new SampleCampaign(server, folder, 30, UUID.randomUUID(),
        LegalPath.SUCCESSION_22);
    String path = "/announcements/" + sample.id;
    try (Visitor anybody = Visitor.at(port, Look.ZH_DESKTOP)) {
      anybody.open(path);
      assertThat(anybody.page().content()).doesNotContain("ZH recipient-name");
      sample.notices()
          .settle(sample.company.id(), sample.id, Campaign.Undeliverable.ANNOUNCED, sample.officer);
      anybody.open(path);
      anybody.requireSound("announcement");
      assertThat(anybody.page().content()).contains("ZH recipient-name");
    }
  }

  private Campaign released(SampleCampaign sample, DealId deal) {
    return sample.notices()
        .campaigns(sample.company.id(), deal.value())
        .stream()
        .filter(campaign -> campaign.releasedAt().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private DealId deal(SampleCampaign sample) {
    SampleCompany buyer = SampleCompany.in(access);
    Account manager = sample.company.person("deals", Role.DEAL_MANAGER);
    DealId deal = deals.open(sample.company.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "春雨", sample.company.id(), buyer.id()), manager);
    assignments.assign(deal, sample.officer.id(), manager);
    assignments.assign(deal, sample.lawyer.id(), manager);
    return deal;
  }
}
