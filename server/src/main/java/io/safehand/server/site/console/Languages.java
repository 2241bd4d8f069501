package io.safehand.server.site.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The texts of all modules' pages, Chinese and English, and which of the two a person reads. */
@Configuration(proxyBeanMethods = false)
class Languages {
  private static final Pattern BUNDLE = Pattern.compile("io/safehand/server/.*/Texts(?=\\.properties$)");

  /** Every {@code Texts} bundle of every module; a key is prefixed with its module's name, so none hides another. */
  @Bean
  MessageSource messageSource() throws IOException {
    Set<String> bundles = new TreeSet<>();
    for (Resource file : new PathMatchingResourcePatternResolver()
        .getResources("classpath*:io/safehand/server/**/Texts.properties")) {
      Matcher name = BUNDLE.matcher(file.getURL().toString());
      if (name.find()) {
        bundles.add(name.group());
      }
    }
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames(bundles.toArray(String[]::new));
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    texts.setAlwaysUseMessageFormat(true);
    return texts;
  }

  /** Chosen by the switch, else by the browser; Chinese where neither says English. */
  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("language");
    resolver.setDefaultLocaleFunction(request -> request.getHeader("Accept-Language") != null
        && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
            ? Locale.ENGLISH
            : Locale.SIMPLIFIED_CHINESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }
}
