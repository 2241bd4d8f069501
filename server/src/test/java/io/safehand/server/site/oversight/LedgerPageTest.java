package io.safehand.server.site.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

@PagesTest
class LedgerPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Ledger ledger;
  @Autowired
  Keys keys;
  @Autowired
  Storage storage;
  @Autowired
  MessageSource texts;

  private Account auditor;

  @BeforeEach
  void aCompanyWithALog() {
    auditor = SampleCompany.in(access).person("auditor", Role.AUDITOR);
    for (int n = 0; n < 60; n++) {
      ledger.write(auditor.company(), "job.nightly", Act.SEARCH, Json.object().with("found", n));
    }
    sessions.begin(auditor);
    ledger.sequence(auditor.company());
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void searchesTurnsPagesAndVerifies(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(auditor, sessions)) {
      Page page = visitor.open("/ledger");
      visitor.requireSound("ledger");
      assertThat(page.locator("tbody tr").count()).isEqualTo(50);
      page.click("a[rel=next]");
      page.waitForURL("**after=**");
      assertThat(page.locator("tbody tr").count()).isBetween(10, 30);
      page.selectOption("#act", "custody.search");
      page.click("form.card button");
      page.waitForURL("**act=custody.search**");
      page.click("tbody tr >> nth=0 >> a");
      page.waitForURL("**/ledger/**");
      page.click("#verdict button");
      page.waitForSelector(".alert-success");
      visitor.requireSound("ledger-line");
    }
  }

  @Test
  void aForgedLineIsSeen() {
    long number = storage.in(auditor.company(), () -> storage.jdbc().sql("""
        update ledger.line
           set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"found":7}', '"found":8}'), 'UTF8')
         where company_id = ? and convert_from(bytes, 'UTF8') like '%"found":7}%' returning number
        """).param(auditor.company().value()).query(Long.class).single());
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(auditor, sessions)) {
      Page page = visitor.open("/ledger/" + number);
      page.click("#verdict button");
      page.waitForSelector(".alert-danger");
    }
  }

  @Test
  void whatIsDownloadedConvincesAnOutsider() throws IOException {
    try (Visitor visitor = Visitor.at(port, Look.EN_DESKTOP).as(auditor, sessions)) {
      Page page = visitor.open("/ledger/5");
      byte[] proof = downloaded(page, "a[href$='/proof']");
      byte[] line = downloaded(page, "a[href$='/leaf']");
      visitor.open("/ledger");
      SignedNote checkpoint = SignedNote.parse(downloaded(page, "a[href$='/checkpoint']")).orElseThrow();
      LineProof parsed = LineProof.parse(proof).orElseThrow();
      assertThat(parsed.proves(line)).isTrue();
      assertThat(keys.trust().judge(checkpoint)).isInstanceOf(NoteVerdict.Accepted.class);
      assertThat(parsed.note().unverifiedCheckpoint()).isPresent();
    }
  }

  @Test
  void theFileHoldsWhatWasSearched() throws IOException {
    try (Visitor visitor = Visitor.at(port, Look.EN_DESKTOP).as(auditor, sessions)) {
      Page page = visitor.open("/ledger?act=custody.search");
      String csv = new String(downloaded(page, "a[href*='as=csv']"), StandardCharsets.UTF_8);
      assertThat(csv.lines().skip(1)).hasSize(60).allMatch(line -> line.contains("Search for people"));
      assertThat(downloaded(page, "a[href*='as=xlsx']")).startsWith('P', 'K');
    }
  }

  @Test
  void everyActHasWords() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(Stream.of(Act.values())).allSatisfy(
          act -> assertThat(texts.getMessage("ledger.act." + act.code(), null, null, locale)).isNotNull());
    }
  }

  @Test
  void aLineThatIsNotThereIsNotFound() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(auditor, sessions)) {
      visitor.open("/ledger/999999");
      assertThat(visitor.page().innerText("main")).contains("404");
      visitor.open("/ledger?from=yesterday");
      assertThat(visitor.page().innerText("main")).contains("400");
    }
  }

  private static byte[] downloaded(Page page, String link) throws IOException {
    Download download = page.waitForDownload(() -> page.click(link));
    return Files.readAllBytes(download.path());
  }
}
