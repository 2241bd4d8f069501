package io.safehand.server.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Lines for a person, from a bundle: Chinese where the locale is, English elsewhere. Safe for many threads. */
public final class Words {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The bundle {@code Words} beside this class, in the person's language. */
  public static Words beside(Class<?> owner, Locale locale) {
    return new Words(bundle(owner, "Words", locale), locale);
  }

  /** What the pages of this class's module say, in the same language. */
  public Words ofPages(Class<?> owner) {
    return new Words(bundle(owner, "Texts", locale), locale);
  }

  private static ResourceBundle bundle(Class<?> owner, String name, Locale locale) {
    return ResourceBundle.getBundle(owner.getPackageName() + "." + name, locale, owner.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of a key with its numbered places filled; a missing key is a fault of ours. */
  public String text(String key, Object... places) {
    return new MessageFormat(bundle.getString(key), locale).format(places);
  }

  /** The text of a code, or the code where the bundle does not know it. */
  public String code(String family, String code) {
    String key = family + "." + code;
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
