package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TextsTest {
  private static final Pattern KEY = Pattern
      .compile("(?:texts?\\.text\\(|[^\\w]text\\(|new Refused\\(ExitCode\\.\\w+,)\\s*\"([a-z_.]+)\"");
  private final Texts english = new Texts(Locale.ENGLISH);
  private final Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);

  @Test
  void bothBundlesHaveTheSameKeys() {
    assertThat(new TreeSet<>(chinese.bundle().keySet())).isEqualTo(new TreeSet<>(english.bundle().keySet()));
  }

  @Test
  void everyKeyThatTheCodeNamesExists() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher keys = KEY.matcher(Files.readString(source));
        while (keys.find()) {
          used.add(keys.group(1));
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(5)
        .allSatisfy(key -> assertThat(english.bundle().containsKey(key)).as(key).isTrue());
  }

  @Test
  void everyCommandOptionAndParameterIsDescribed() {
    described(Safehand.commands(Locale.SIMPLIFIED_CHINESE, false));
  }

  private static void described(CommandLine command) {
    var spec = command.getCommandSpec();
    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    spec.args()
        .forEach(each -> assertThat(each.description()).as(spec.qualifiedName() + " " + each.paramLabel())
            .isNotEmpty());
    command.getSubcommands().values().forEach(TextsTest::described);
  }
}
