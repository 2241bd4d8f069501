package io.safehand.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the command line, Chinese where the locale is, English elsewhere. */
final class Texts {
  static final String BUNDLE = "io.safehand.cli.Messages";
  private final ResourceBundle bundle;
  private final Locale locale;

  Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /** The text of a key, with numbered places filled; a missing key is a fault. */
  String text(String key, Object... places) {
    return new MessageFormat(bundle.getString(key), locale).format(places);
  }

  /** The text of a key, or the other text where there is none: for codes that grow faster than the bundles. */
  String textOr(String key, String other) {
    return bundle.containsKey(key) ? bundle.getString(key) : other;
  }
}
