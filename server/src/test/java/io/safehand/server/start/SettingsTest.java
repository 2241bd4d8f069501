package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.vault.root.UnsealMode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void everyDefaultIsSafe() {
    Settings settings = bind(Map.of());
    assertThat(settings.address()).isNull();
    assertThat(settings.dataFolder()).isEqualTo(HERE.resolve("data"));
    assertThat(settings.secondPlace()).isEqualTo(HERE.resolve("data/second"));
    assertThat(settings.rootFolders()).containsExactly(HERE.resolve("data/roots"),
        HERE.resolve("data/second/roots"));
    assertThat(settings.cacheFolder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "safehand"));
    assertThat(settings.clock()).isEqualTo(Settings.ClockKind.SYSTEM);
    assertThat(settings.clockStart()).isNull();
    assertThat(settings.restore()).isEmpty();
    assertThat(settings.restoreFrom()).isNull();
    assertThat(settings.restoreCopy()).isNull();
    assertThat(settings.database()).isEqualTo(new Settings.Database(null, "safehand", null, null, 16));
    assertThat(settings.unseal()).isEqualTo(new Settings.Unseal(UnsealMode.S1, null));
    assertThat(settings.tls()).isEqualTo(new Settings.Tls("off", null, null));
    assertThat(settings.watch()).isEqualTo(new Settings.Watch(Settings.LogKind.TEXT, null));
    assertThat(settings.oidc()).isEqualTo(new Settings.Oidc(null, "safehand", null));
    assertThat(settings.webhooks()).isEqualTo(new Settings.Webhooks(5, false));
  }

  @Test
  void everyPropertyHasItsName() {
    Settings settings = bind(Map.ofEntries(Map.entry("safehand.address", "https://x.example"),
        Map.entry("safehand.data", "/d"), Map.entry("safehand.second", "/s"),
        Map.entry("safehand.cache", "/c"), Map.entry("safehand.roots", "/r1,/r2"),
        Map.entry("safehand.restore", "li.wei,wang.fang"), Map.entry("safehand.restore-from", "/b"),
        Map.entry("safehand.restore-copy", "c"), Map.entry("safehand.clock", "settable"),
        Map.entry("safehand.clock-start", "2026-01-05T01:00:00Z"),
        Map.entry("safehand.database.url", "jdbc:postgresql://127.0.0.1/x"),
        Map.entry("safehand.database.user", "u"), Map.entry("safehand.database.password", "p"),
        Map.entry("safehand.database.password-file", "/pf"), Map.entry("safehand.database.connections", "5"),
        Map.entry("safehand.unseal.mode", "S0"), Map.entry("safehand.unseal.passphrase-file", "/pp"),
        Map.entry("safehand.tls.certificate", "/c.p12"), Map.entry("safehand.tls.password", "tp"),
        Map.entry("safehand.tls.password-file", "/tf"), Map.entry("safehand.watch.log", "json"),
        Map.entry("safehand.watch.metrics-token-file", "/mt"),
        Map.entry("safehand.oidc.issuer", "https://i.example"), Map.entry("safehand.oidc.client", "c"),
        Map.entry("safehand.oidc.secret-file", "/os"), Map.entry("safehand.webhooks.seconds", "30"),
        Map.entry("safehand.webhooks.inside", "true"), Map.entry("safehand.mail.inside", "true"),
        Map.entry("safehand.mail.sink", "true")));
    assertThat(settings).isEqualTo(new Settings("https://x.example", "/d", "/s", "/c", List.of("/r1", "/r2"),
        List.of("li.wei", "wang.fang"), "/b", "c", Settings.ClockKind.SETTABLE,
        Instant.parse("2026-01-05T01:00:00Z"),
        new Settings.Database("jdbc:postgresql://127.0.0.1/x", "u", "p", "/pf", 5),
        new Settings.Unseal(UnsealMode.S0, "/pp"), new Settings.Tls("/c.p12", "tp", "/tf"),
        new Settings.Watch(Settings.LogKind.JSON, "/mt"), new Settings.Oidc("https://i.example", "c", "/os"),
        new Settings.Webhooks(30, true), new Settings.Mail(true, true)));
    assertThat(settings.rootFolders()).containsExactly(Path.of("/r1"), Path.of("/r2"));
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(
        bind(Map.of("safehand.database.password", "secret-word", "safehand.tls.password", "secret-word"))
            .toString())
        .doesNotContain("secret-word");
  }

  private static Settings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("safehand",
        Settings.class);
  }

  @Test
  void theDocumentListsEverySettingWithItsDefault() throws Exception {
    Matcher row = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| (?:`([^`]*)`|) ?\\|")
        .matcher(Files.readString(Path.of("..", "docs", "operations.md")));
    SortedMap<String, String> documented = new TreeMap<>();
    while (row.find()) {
      documented.put(row.group(1), row.group(2) == null ? "" : row.group(2));
    }
    assertThat(documented).isEqualTo(KnownSettings.defaults());
  }

  @Test
  void aMistypedNameInAFileIsRefused() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources()
        .addFirst(new MapPropertySource("Config resource 'file [/x/safehand.properties]' via location 'x'",
            Map.of("safehand.databse.url", "x")));
    assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> KnownSettings.refuseOthers(environment))
        .withMessageContaining("safehand.databse.url");
  }

  @Test
  void theDefaultsOfTheWebAreThoseOfTheProgram() throws Exception {
    Properties shipped = new Properties();
    try (InputStream file = SettingsTest.class.getResourceAsStream("/application.properties")) {
      shipped.load(file);
    }
    assertThat(KnownSettings.defaults()).containsEntry("server.port", shipped.getProperty("server.port"))
        .containsEntry("server.address", shipped.getProperty("server.address"));
  }
}
