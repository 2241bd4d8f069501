package io.safehand.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentsTest {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern NAMED_TEST = Pattern.compile("`([A-Za-z]+Test)(?:\\.([A-Za-z0-9]+))?`");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(HOUSE.relativize(document) + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyTestThatAPromiseNamesExists() throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher named = NAMED_TEST.matcher(Files.readString(HOUSE.resolve("SECURITY.md")));
    int found = 0;
    while (named.find()) {
      found++;
      String method = named.group(2) == null ? "@Test" : "void " + named.group(2) + "(";
      if (sources(named.group(1)).noneMatch(source -> source.contains(method))) {
        missing.add(named.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(10);
  }

  @Test
  void theReadmesSayHowMuchOfTheBoardWorks() throws IOException {
    List<String> states = Json.parse(Files.readAllBytes(Path.of("src/main/resources/board/parts.json")))
        .asObject()
        .array("parts")
        .objects()
        .stream()
        .flatMap(part -> part.array("points").objects().stream())
        .map(point -> point.text("state"))
        .toList();
    long works = states.stream().filter("WORKS"::equals).count();
    long partly = states.stream().filter("PARTLY"::equals).count();
    long notYet = states.size() - works - partly;
    assertThat(Files.readString(HOUSE.resolve("README.md")).replaceAll("\\s+", " ")).contains(
        "Of the %d points".formatted(states.size()),
        "%d work, %d work in part and %d are not there".formatted(works, partly, notYet));
    assertThat(Files.readString(HOUSE.resolve("README.zh.md"))).contains("共 %d 个要点".formatted(states.size()),
        "%d 个可用，%d 个部分可用，%d 个尚未实现".formatted(works, partly, notYet));
  }

  @Test
  void picturesAreFewAndSmallAndShown() throws IOException {
    String read = Files.readString(HOUSE.resolve("README.md"));
    String readChinese = Files.readString(HOUSE.resolve("README.zh.md"));
    try (Stream<Path> pictures = Files.list(HOUSE.resolve("docs/images"))) {
      assertThat(pictures.toList()).hasSizeBetween(1, 10).allSatisfy(picture -> {
        assertThat(Files.size(picture)).as(picture.toString()).isLessThan(150_000);
        assertThat(read).contains("docs/images/" + picture.getFileName());
        assertThat(readChinese).contains("docs/images/" + picture.getFileName());
      });
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(HOUSE);
        Stream<Path> docs = Files.walk(HOUSE.resolve("docs"));
        Stream<Path> samples = Files.list(HOUSE.resolve("samples"))) {
      return Stream.of(top, docs, samples)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    }
  }

  private static Stream<String> sources(String testClass) {
    return Stream.of("core", "server", "cli")
        .map(module -> HOUSE.resolve(module).resolve("src/test/java"))
        .flatMap(folder -> named(folder, testClass + ".java"));
  }

  private static Stream<String> named(Path folder, String file) {
    try (Stream<Path> below = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path source : below.filter(path -> path.endsWith(file)).toList()) {
        texts.add(Files.readString(source));
      }
      return texts.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
