package io.safehand.server.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, started once for all tests, which share a thread. Without it a test is skipped, unless SAFEHAND_REQUIRE names "chromium". */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private static Browser running;

  private Chromium() {}

  static synchronized Browser start() {
    boolean there = Files.isExecutable(PROGRAM);
    boolean required = List.of(System.getenv().getOrDefault("SAFEHAND_REQUIRE", "").split(","))
        .contains("chromium");
    if (!there && required) {
      throw new AssertionError("chromium is required and missing");
    }
    assumeTrue(there, "chromium is missing here: no page can be looked at");
    if (running == null) {
      Playwright playwright = Playwright
          .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running = playwright.chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));
    }
    return running;
  }
}
