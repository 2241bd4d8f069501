package io.safehand.server.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pictures of the documents: what a window shows of some pages, while the tests look at them (profile pictures). */
final class Album {
  private static final Optional<Path> FOLDER = Optional.ofNullable(System.getProperty("safehand.pictures"))
      .map(Path::of);
  private static final Map<Look, Set<String>> PICTURES = new EnumMap<>(
      Map.of(Look.ZH_DESKTOP, Set.of("customer-record", "ledger", "board"), Look.EN_PHONE,
          Set.of("customer-record", "import-mapping")));

  private Album() {}

  static void keep(Page page, Look look, String picture) {
    if (PICTURES.getOrDefault(look, Set.of()).contains(picture)) {
      FOLDER.ifPresent(folder -> page
          .screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name(look, picture)))));
    }
  }

  static String name(Look look, String picture) {
    return picture + "-" + look.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png";
  }
}
