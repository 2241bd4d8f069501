package io.safehand.server.site.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.safehand.server.SafehandServer;
import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.signin.Authenticator;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.Visitor;
import io.safehand.server.start.DatabaseAddress;
import io.safehand.server.start.SettableClock;
import io.safehand.server.start.TestCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A first start and a later one, in browsers, on servers of their own. */
@Execution(ExecutionMode.SAME_THREAD)
class SetupPageTest {
  private static final String PASSPHRASE = "四季海棠 and seven boats";
  private static final String PASSWORD = "雨后初晴望远山-7731";

  private final DatabaseAddress database = TestCluster.fresh();
  @TempDir
  Path temporary;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void fromTheLinkToTheFirstSignInAndThroughTheNextStart(Look look) {
    try (ConfigurableApplicationContext server = start(); Visitor visitor = at(server, look)) {
      visitor.open("/deals");
      assertThat(visitor.place()).isEqualTo("/unseal");
      visitor.requireSound("unseal-new");
      Page page = visitor.open("/setup?token=" + server.getBean(FirstStart.class).issue());
      visitor.requireSound("setup-open");
      page.click("main form button");
      page.waitForURL("**/setup");
      visitor.requireSound("setup-form");
      fill(page, temporary.resolve("data/inside").toString());
      assertThat(page.locator(".alert-danger").count()).isEqualTo(1);
      assertThat(page.inputValue("#company")).isEqualTo("乌桕运营");
      assertThat(page.inputValue("#passphrase")).isEmpty();
      assertThat(page.isChecked("#small")).isTrue();
      visitor.requireSound("setup-refused");
      fill(page, temporary.resolve("stick/roots").toString());
      assertThat(page.textContent("dl")).contains(temporary.resolve("stick/roots").toString())
          .doesNotContain(PASSPHRASE);
      assertThat(page.textContent("main dl")).as("times have their zone").contains("+08:00");
      visitor.requireSound("setup-sheet");
      chooseSignIn(page, server);
      assertThat(visitor.open("/setup").title()).isNotEmpty();
      assertThat(status(visitor, "/setup")).isEqualTo(404);
      signIn(page, visitor);
      visitor.requireSound("home-after-setup");
    }
    try (ConfigurableApplicationContext server = start(); Visitor visitor = at(server, look)) {
      unsealsWithTheRightPassphraseOnly(server, visitor);
    }
  }

  private void unsealsWithTheRightPassphraseOnly(ConfigurableApplicationContext server, Visitor visitor) {
    Page page = visitor.open("/customers");
    assertThat(visitor.place()).isEqualTo("/unseal");
    visitor.requireSound("unseal");
    unseal(page, "not the passphrase");
    assertThat(page.locator(".alert-danger").count()).isEqualTo(1);
    visitor.requireSound("unseal-wrong");
    unseal(page, PASSPHRASE);
    assertThat(server.getBean(Keys.class).isOpen()).as("too soon after a wrong one").isFalse();
    visitor.requireSound("unseal-wait");
    ((SettableClock) server.getBean(Clock.class)).advance(Duration.ofSeconds(2));
    unseal(page, PASSPHRASE);
    assertThat(visitor.place()).startsWith("/sign-in");
    assertThat(server.getBean(Keys.class).isOpen()).isTrue();
    assertThat(status(visitor, "/setup")).as("nobody gave a link out").isEqualTo(404);
    assertThat(status(visitor, "/unseal")).as("nothing is sealed").isEqualTo(404);
  }

  @Test
  void aWrongAUsedAndAnOldLinkOpenNothingAndOneOfTwoBrowsersGoesOn() {
    try (ConfigurableApplicationContext server = start();
        Visitor first = at(server, Look.ZH_DESKTOP);
        Visitor second = at(server, Look.EN_PHONE)) {
      FirstStart firstStart = server.getBean(FirstStart.class);
      String link = firstStart.issue();
      begin(first, "0".repeat(64));
      assertThat(first.place()).isEqualTo("/setup?refused=setup.link");
      first.open("/setup?token=" + link);
      second.open("/setup?token=" + link);
      first.page().click("main form button");
      second.page().click("main form button");
      first.page().waitForURL("**/setup");
      second.page().waitForURL("**/setup?refused=setup.link");
      assertThat(second.page().locator("#passphrase").count()).isZero();
      second.requireSound("setup-link-used");
      first.open("/setup");
      assertThat(first.page().locator("#passphrase").count()).isEqualTo(1);
      ((SettableClock) server.getBean(Clock.class)).advance(Duration.ofHours(1));
      assertThat(status(first, "/setup")).isEqualTo(404);
      begin(second, firstStart.issue());
      assertThat(second.place()).isEqualTo("/setup");
      assertThat(server.getBean(Keys.class).isOpen()).isFalse();
    }
  }

  private static void begin(Visitor visitor, String token) {
    visitor.open("/setup?token=" + token);
    visitor.page().waitForNavigation(() -> visitor.page().click("main form button"));
  }

  private static void fill(Page page, String folder) {
    page.fill("#passphrase", PASSPHRASE);
    page.fill("#again", PASSPHRASE);
    page.fill("#folder", folder);
    page.fill("#company", "乌桕运营");
    page.fill("#administrator", "admin");
    page.fill("#officer", "security");
    page.check("#small");
    page.waitForNavigation(() -> page.click("main form button"));
  }

  private static void chooseSignIn(Page page, ConfigurableApplicationContext server) {
    page.check("#printed");
    page.check("#handed");
    page.click("main form button");
    page.waitForURL("**/invitation/**");
    page.fill("#name", "first-administrator");
    page.fill("#password", PASSWORD);
    page.fill("#code", new Authenticator(page.textContent("#secret"), server.getBean(Clock.class)).code());
    page.click("main form button");
    page.waitForSelector(".codes li");
    ((SettableClock) server.getBean(Clock.class)).advance(Duration.ofMinutes(1));
  }

  private static void signIn(Page page, Visitor visitor) {
    visitor.open("/sign-in");
    page.fill("#name", "first-administrator");
    page.fill("#password", PASSWORD);
    page.click("main form button");
    page.waitForURL("**/sign-in/code**");
    assertThat(page.isVisible("#code")).isTrue();
  }

  private static void unseal(Page page, String passphrase) {
    page.fill("#passphrase", passphrase);
    page.waitForNavigation(() -> page.click("main form button"));
  }

  private static int status(Visitor visitor, String path) {
    Response response = visitor.page()
        .navigate(visitor.page().url().replaceFirst("(//[^/]+).*", "$1" + path));
    return response.status();
  }

  private static Visitor at(ConfigurableApplicationContext server, Look look) {
    return Visitor.at(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class), look);
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(SafehandServer.class).run(
        "--safehand.data=" + temporary.resolve("data"), "--safehand.clock=settable", "--server.port=0",
        "--safehand.webhooks.seconds=0", "--safehand.database.url=" + database.url(),
        "--safehand.database.user=" + database.user(), "--safehand.database.password=" + database.password());
  }
}
