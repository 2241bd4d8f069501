package io.safehand.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.InventoryRefused;
import io.safehand.core.person.Category;
import io.safehand.core.rules.Reason;
import io.safehand.core.rules.Stage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says stands in both languages, place by place. */
class WordsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/safehand/server");
  private static final Path BUNDLES = Path.of("src/main/resources/io/safehand/server");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern TEXT = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)[(}]");
  private static final Pattern ANSWER = Pattern.compile("[?&](done|refused)=([a-z][a-z0-9.-]*[a-z0-9])\"");
  private static final Pattern MATTER = Pattern.compile("static final String \\w+ = \"([a-z]+\\.[a-z]+)\";");
  private static final Pattern KEY = Pattern
      .compile("(?:ExitCode\\.\\w+,|text\\(|say\\(|progress\\(|wrong\\()\\s*\"([a-z_.-]*[a-z])\"");

  @ParameterizedTest
  @ValueSource(strings = {"start", "site/demo", "deal/handover"})
  void bothLanguagesHaveTheSameKeysAndPlaces(String folder) throws IOException {
    Properties english = bundle(folder, "Words.properties");
    Properties chinese = bundle(folder, "Words_zh.properties");
    assertThat(new TreeSet<>(chinese.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    assertThat(english.stringPropertyNames())
        .allSatisfy(key -> assertThat(places(chinese.getProperty(key))).as(key)
            .isEqualTo(places(english.getProperty(key))));
  }

  @Test
  void everyBundleOfThePagesSaysTheSameInBothLanguages() throws IOException {
    Set<String> all = new TreeSet<>();
    for (Path folder : foldersOfTexts()) {
      Properties english = bundle(folder.toString(), "Texts.properties");
      Properties chinese = bundle(folder.toString(), "Texts_zh.properties");
      assertThat(new TreeSet<>(chinese.stringPropertyNames())).as(folder.toString())
          .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
      assertThat(english.stringPropertyNames())
          .allSatisfy(key -> assertThat(places(chinese.getProperty(key))).as(key)
              .isEqualTo(places(english.getProperty(key))))
          .allSatisfy(key -> assertThat(all.add(key)).as("only one bundle has " + key).isTrue());
    }
    assertThat(all).isNotEmpty();
    assertThat(namedByTemplates()).isNotEmpty().isSubsetOf(all);
    assertThat(namedByAnswers()).isNotEmpty().isSubsetOf(all);
    assertThat(namedByMatters()).contains("decisions.kind.deal.advance").isSubsetOf(all);
  }

  /** What a page says above itself after a form, named by the code in its address. */
  private static Set<String> namedByAnswers() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        ANSWER.matcher(Files.readString(file))
            .results()
            .forEach(answer -> named.add(answer.group(1) + "." + answer.group(2)));
      }
    }
    return named;
  }

  /** The kinds of matters, of which each place that opens one has a constant. */
  private static Set<String> namedByMatters() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("new Opening(")) {
          MATTER.matcher(source).results().forEach(kind -> named.add("decisions.kind." + kind.group(1)));
        }
      }
    }
    return named;
  }

  private static List<Path> foldersOfTexts() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      return files.filter(file -> file.endsWith("Texts.properties"))
          .map(file -> BUNDLES.relativize(file.getParent()))
          .sorted()
          .toList();
    }
  }

  private static Set<String> namedByTemplates() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        TEXT.matcher(Files.readString(file)).results().forEach(key -> named.add(key.group(1)));
      }
    }
    return named;
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "base/keys", "site/demo"})
  void everyKeyThatTheCodeNamesExists(String folder) throws IOException {
    Set<String> known = bundle(folder.equals("site/demo") ? folder : "start", "Words.properties")
        .stringPropertyNames();
    Set<String> used = new TreeSet<>();
    try (Stream<Path> sources = Files.list(SOURCES.resolve(folder))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        KEY.matcher(Files.readString(source)).results().forEach(key -> used.add(key.group(1)));
      }
    }
    assertThat(used).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Words.properties", "Words_zh.properties"})
  void everyStageHasAName(String bundle) throws IOException {
    assertThat(bundle("site/demo", bundle).stringPropertyNames())
        .containsAll(Stream.of(Stage.values()).map(stage -> "stage." + stage).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Texts.properties", "Texts_zh.properties"})
  void everyReasonHasWords(String bundle) throws IOException {
    assertThat(bundle("custody/disclosure", bundle).stringPropertyNames())
        .containsAll(Stream.of(Reason.values()).map(reason -> "disclosure.reason." + reason.code()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Texts.properties", "Texts_zh.properties"})
  void everyCodeOfAnInventoryHasWords(String bundle) throws IOException {
    assertThat(bundle("custody/inventory", bundle).stringPropertyNames())
        .containsAll(Stream.of(Category.values()).map(each -> "inventory.category." + each.code()).toList())
        .containsAll(Stream.of(Audience.values()).map(each -> "inventory.audience." + each.code()).toList())
        .containsAll(Stream.of(Basis.values()).map(each -> "inventory.basis." + each).toList())
        .containsAll(Stream.of(InventoryRefused.Why.values())
            .map(each -> "refused.inventory." + each.code())
            .toList());
  }

  private static Properties bundle(String folder, String name) throws IOException {
    Properties bundle = new Properties();
    try (Reader from = Files.newBufferedReader(BUNDLES.resolve(folder).resolve(name))) {
      bundle.load(from);
    }
    return bundle;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher found = PLACE.matcher(text);
    while (found.find()) {
      places.add(found.group());
    }
    return places;
  }
}
