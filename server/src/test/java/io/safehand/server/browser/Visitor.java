package io.safehand.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at a browser of their own. */
public final class Visitor implements AutoCloseable {
  private static final String AXE = AxeBuilder.getAxeScript();
  /** In the page itself: a builder would run it once more in a page of its own, for frames that no page of ours has. */
  private static final String AXE_RUN = """
      axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
        rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.target.join(' '))))
      """;

  private final String address;
  private final Look look;
  private final BrowserContext browser;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(String address, Look look) {
    this.address = address;
    this.look = look;
    this.browser = Chromium.start().newContext(look.options());
    this.page = browser.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  public static Visitor at(int port, Look look) {
    return new Visitor("http://127.0.0.1:" + port, look);
  }

  /** By name, as passkeys need it. */
  public static Visitor atName(int port, Look look) {
    return new Visitor("http://localhost:" + port, look);
  }

  /** As if the account had signed in with this browser. */
  public Visitor as(Account account, Sessions sessions) {
    browser.addCookies(
        List.of(new Cookie("safehand_session", sessions.begin(account).exposed()).setUrl(address)));
    return this;
  }

  /** The same, and just proved again who they are. */
  public Visitor sure(Account account, Sessions sessions) {
    SessionToken token = sessions.begin(account);
    sessions.steppedUp(sessions.find(token).orElseThrow());
    browser.addCookies(List.of(new Cookie("safehand_session", token.exposed()).setUrl(address)));
    return this;
  }

  public Page open(String path) {
    page.navigate(address + path);
    return page;
  }

  public Page page() {
    return page;
  }

  public Look look() {
    return look;
  }

  /** The path that is shown now, with its query. */
  public String place() {
    return page.url().replace(address, "");
  }

  /**
   * The page that is shown can be read by everybody in its language: no axe violation, nothing that the content policy
   * forbade, no missing text, and on a phone nothing beyond the edge. Its picture goes to target/pages.
   */
  public void requireSound(String picture) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
        .setPath(Path.of("target", "pages", Album.name(look, picture))));
    Album.keep(page, look, picture);
    assertThat(complaints).as("what the browser complained of on " + place()).isEmpty();
    assertThat(page.content()).as("missing texts on " + place()).doesNotContain("??");
    assertThat(page.getAttribute("html", "lang")).isEqualTo(look.language());
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing beyond the edge on " + place())
        .isTrue();
    assertThat(violations()).isEmpty();
  }

  /** What the rules of axe say against the page, with where. */
  private List<?> violations() {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(AXE_RUN);
  }

  @Override
  public void close() {
    browser.close();
  }
}
