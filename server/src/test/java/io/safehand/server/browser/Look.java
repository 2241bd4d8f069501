package io.safehand.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/** How a person looks at the pages. */
public enum Look {
  ZH_DESKTOP("zh-CN", 1280, 900, ColorScheme.LIGHT),
  EN_PHONE("en-GB", 390, 844, ColorScheme.LIGHT),
  EN_DESKTOP("en-GB", 1280, 900, ColorScheme.DARK),
  ZH_PHONE("zh-CN", 390, 844, ColorScheme.DARK);

  private final String locale;
  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Look(String locale, int width, int height, ColorScheme scheme) {
    this.locale = locale;
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  /** Those of every build, or all with {@code -Dsafehand.looks=all}. */
  public static Stream<Look> tested() {
    return "all".equals(System.getProperty("safehand.looks"))
        ? Stream.of(values())
        : Stream.of(ZH_DESKTOP, EN_PHONE);
  }

  public String language() {
    return locale.substring(0, 2);
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setLocale(locale)
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setTimezoneId("Asia/Shanghai");
  }
}
