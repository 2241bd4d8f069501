package io.safehand.server.site.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.ledger.note.Trust;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.Visitor;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class EvidencePageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Deals deals;
  @Autowired
  Assignments assignments;
  @Autowired
  Clock clock;
  @TempDir
  Path folder;

  private SampleCompany company;
  private Account lawyer;
  private DealId merger;

  @BeforeEach
  void aDeal() {
    company = SampleCompany.in(access);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    merger = open(DealType.MERGER_DIVISION);
  }

  private DealId open(DealType type) {
    Account manager = company.person("manager-" + type.name().toLowerCase(Locale.ROOT), Role.DEAL_MANAGER);
    DealId deal = deals.open(company.id(),
        DealTerms.of(type, "青竹", company.id(), SampleCompany.in(access).id()), manager);
    assignments.assign(deal, lawyer.id(), manager);
    return deal;
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void thePackVerifiesOffline(Look look) throws IOException {
    try (Visitor visitor = Visitor.at(port, look).as(lawyer, sessions)) {
      Page page = visitor.open("/evidence");
      visitor.requireSound("evidence");
      Trust trust = Trust.parse(downloaded(page, "a[href$='trust.json']"));
      unzip(downloaded(page, "form[data-download] button"));
      assertThat(new Verifying(trust).verify(folder.resolve("evidence"))).isInstanceOf(Verdict.Good.class);
      assertThat(Files.readString(folder.resolve("lines.csv"))).contains("deal.opened");
    }
  }

  @Test
  void aChangedPackIsBad() throws IOException {
    Program program = Program.withoutKey(port).as(lawyer, sessions, keys, clock);
    Trust trust = Trust.parse(program.get("/api/v1/trust").body());
    unzip(program.post("/api/v1/evidence", "{\"deal\":\"" + merger + "\"}").body());
    Path evidence = folder.resolve("evidence");
    assertThat(new Verifying(trust).verify(evidence)).isInstanceOf(Verdict.Good.class);
    Path lines;
    try (var all = Files.walk(evidence.resolve("ledger/tile/entries"))) {
      lines = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(lines);
    bytes[bytes.length / 2] ^= 1;
    Files.write(lines, bytes);
    assertThat(new Verifying(trust).verify(evidence)).isInstanceOf(Verdict.Bad.class);
  }

  @Test
  void nobodyPacksWhatIsIncompleteOrOfOthers() {
    Program program = Program.withoutKey(port).as(lawyer, sessions, keys, clock);
    DealId equity = open(DealType.EQUITY);
    assertThat(program.post("/api/v1/evidence", "{\"deal\":\"" + equity + "\"}").problem())
        .isEqualTo("urn:safehand:problem:evidence.control-not-changed");
    assertThat(program.post("/api/v1/evidence", "{\"deal\":\"" + UUID.randomUUID() + "\"}").status())
        .isEqualTo(404);
    Account colleague = company.person("colleague", Role.SELLER_LAWYER);
    Program colleagues = Program.withoutKey(port).as(colleague, sessions, keys, clock);
    assertThat(colleagues.post("/api/v1/evidence", "{\"deal\":\"" + merger + "\"}").status()).isEqualTo(404);
    assertThat(colleagues.get("/api/v1/ledger").toString()).doesNotContain(merger.toString());
    SampleCompany other = SampleCompany.in(access);
    Program others = Program.withoutKey(port).as(other.securityOfficer(), sessions, keys, clock);
    assertThat(others.post("/api/v1/evidence", "{\"deal\":\"" + merger + "\"}").status()).isEqualTo(404);
    assertThat(program.post("/api/v1/evidence", "{\"deal\":\"x\"}").status()).isEqualTo(400);
  }

  private void unzip(byte[] zip) throws IOException {
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        Path to = folder.resolve(entry.getName()).normalize();
        assertThat(to.startsWith(folder)).isTrue();
        Files.createDirectories(to.resolveSibling(""));
        Files.write(to, files.readAllBytes());
      }
    }
  }

  private static byte[] downloaded(Page page, String link) throws IOException {
    Download download = page.waitForDownload(() -> page.click(link));
    return Files.readAllBytes(download.path());
  }
}
