package io.safehand.server.start;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.safehand.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * One line of the log that cannot carry personal data: time, level, class, what our own code says without the values it
 * fills in, and of what broke the classes and places. Never a value, a message of an exception, what a library says,
 * or what was kept beside a thread. As JSON or as text, by {@code safehand.watch.log}.
 */
public final class LogLine implements StructuredLogFormatter<ILoggingEvent> {
  private static final String OURS = "io.safehand.";
  private static final int MOST_CAUSES = 8;
  private static final int MOST_PLACES = 30;

  private final boolean json;

  /** Called by Spring Boot, which finds this class by its name in the settings. */
  public LogLine(Environment environment) {
    this.json = environment.getProperty("safehand.watch.log", "text").equalsIgnoreCase("json");
  }

  @Override
  public String format(ILoggingEvent event) {
    return json ? asJson(event) : asText(event);
  }

  private static String asJson(ILoggingEvent event) {
    Json.Object line = Json.object()
        .with("time", time(event))
        .with("level", event.getLevel().toString())
        .with("class", event.getLoggerName());
    String said = said(event);
    if (!said.isEmpty()) {
      line = line.with("said", said);
    }
    List<Json> causes = causes(event).stream().<Json>map(LogLine::json).toList();
    if (!causes.isEmpty()) {
      line = line.with("broke", causes);
    }
    return new String(line.canonical(), StandardCharsets.UTF_8) + "\n";
  }

  private static Json json(IThrowableProxy cause) {
    return Json.object()
        .with("class", cause.getClassName())
        .with("at", places(cause).map(Json::text).toList());
  }

  private static String asText(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(
        "%s %-5s %s %s%n".formatted(time(event), event.getLevel(), event.getLoggerName(), said(event)));
    for (IThrowableProxy cause : causes(event)) {
      text.append("  ").append(cause.getClassName()).append('\n');
      places(cause).forEach(place -> text.append("    at ").append(place).append('\n'));
    }
    return text.toString();
  }

  private static String time(ILoggingEvent event) {
    return DateTimeFormatter.ISO_INSTANT.format(event.getInstant());
  }

  /** With its places unfilled. */
  private static String said(ILoggingEvent event) {
    String message = event.getMessage();
    return message != null && event.getLoggerName().startsWith(OURS) ? message : "";
  }

  private static List<IThrowableProxy> causes(ILoggingEvent event) {
    List<IThrowableProxy> causes = new ArrayList<>();
    Set<IThrowableProxy> seen = new HashSet<>();
    for (@Nullable
    IThrowableProxy cause = event.getThrowableProxy(); cause != null && seen.add(cause)
        && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static Stream<String> places(IThrowableProxy cause) {
    return Stream.of(cause.getStackTraceElementProxyArray())
        .limit(MOST_PLACES)
        .map(StackTraceElementProxy::getStackTraceElement)
        .map(StackTraceElement::toString);
  }
}
