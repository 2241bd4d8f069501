package io.safehand.server.start;

import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Every setting that an operator may write into a settings file, with its default; a mistyped name is refused. */
final class KnownSettings {
  private static final String FROM_A_FILE = "Config resource 'file";
  private static final Map<String, String> OF_THE_WEB = Map.of("server.address", "127.0.0.1", "server.port",
      "8080");

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern PLACE_IN_A_LIST = Pattern.compile("\\[\\d+]$");

  private KnownSettings() {}

  /** By name; empty where there is no default. */
  static SortedMap<String, String> defaults() {
    SortedMap<String, String> all = new TreeMap<>(OF_THE_WEB);
    gather(Settings.class, "safehand", all);
    return all;
  }

  private static void gather(Class<?> settings, String prefix, Map<String, String> into) {
    for (Parameter parameter : settings.getDeclaredConstructors()[0].getParameters()) {
      String name = String.join(".", prefix, hyphenated(parameter.getName()));
      if (parameter.getType().isRecord()) {
        gather(parameter.getType(), name, into);
      } else {
        DefaultValue value = parameter.getAnnotation(DefaultValue.class);
        into.put(name, value == null ? "" : String.join(",", value.value()));
      }
    }
  }

  private static String hyphenated(String name) {
    return CAPITAL.matcher(name).replaceAll("-$0").toLowerCase(Locale.ROOT);
  }

  /** @throws CannotStart for a name in a settings file that is not known */
  static void refuseOthers(ConfigurableEnvironment environment) {
    SortedMap<String, String> known = defaults();
    environment.getPropertySources()
        .stream()
        .filter(source -> source.getName().startsWith(FROM_A_FILE))
        .filter(EnumerablePropertySource.class::isInstance)
        .map(EnumerablePropertySource.class::cast)
        .flatMap(source -> Stream.of(source.getPropertyNames()))
        .filter(name -> !known.containsKey(PLACE_IN_A_LIST.matcher(name).replaceFirst("")))
        .findFirst()
        .ifPresent(name -> {
          throw new CannotStart(ExitCode.CONFIGURATION, "setting.unknown", name);
        });
  }
}
