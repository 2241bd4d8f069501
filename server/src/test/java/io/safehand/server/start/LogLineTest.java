package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.safehand.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LogLineTest {
  private static final String CANARY = "王小明13812345678";
  private final LoggerContext context = new LoggerContext();

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void whateverIsPersonalStaysOut(String kind) {
    String ours = line(kind, "io.safehand.server.x.Y", "row {} refused");
    String theirs = line(kind, "org.library.Z", CANARY + " refused by {}");
    assertThat(ours + theirs).doesNotContain(CANARY, "13812345678");
    assertThat(ours).contains("row {} refused", "io.safehand.server.x.Y", "java.lang.IllegalStateException",
        "java.lang.IllegalArgumentException", "LogLineTest.java:");
    assertThat(theirs).contains("org.library.Z", "ERROR");
  }

  @Test
  void jsonHasTheseMembersAndNoOthers() {
    Json.Object line = Json
        .parse(line("json", "io.safehand.server.x.Y", "row {} refused").getBytes(StandardCharsets.UTF_8))
        .asObject();
    assertThat(line.members().keySet()).isEqualTo(Set.of("time", "level", "class", "said", "broke"));
    assertThat(line.array("broke").objects())
        .allSatisfy(broke -> assertThat(broke.members().keySet()).isEqualTo(Set.of("class", "at")));
  }

  private String line(String kind, String logger, String message) {
    Throwable broke = new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
    LoggingEvent event = new LoggingEvent(Logger.class.getName(), context.getLogger(logger), Level.ERROR,
        message, broke, new Object[]{CANARY});
    event.setThreadName(CANARY);
    event.setMDCPropertyMap(Map.of("customer", CANARY));
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("safehand.watch.log", kind)));
    return new LogLine(environment).format(event);
  }
}
