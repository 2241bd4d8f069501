package io.safehand.server.base.calendar;

import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.Settings;
import io.safehand.server.start.YamlMembers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The calendar of this installation: {@code calendar.yaml} in the data folder, or else the one that comes along. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
  private static final List<WorkingCalendar.Hours> HOURS = List.of(
      new WorkingCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
      new WorkingCalendar.Hours(LocalTime.of(13, 0), LocalTime.of(18, 0)));

  @Bean
  WorkingCalendar workingCalendar(Settings settings, ZoneId zone) {
    Path own = settings.dataFolder().resolve("calendar.yaml");
    try (InputStream from = Files.exists(own)
        ? Files.newInputStream(own)
        : new ClassPathResource("calendar/cn.yaml").getInputStream()) {
      return new WorkingCalendar(CalendarFile.parse(new String(from.readAllBytes(), StandardCharsets.UTF_8)),
          HOURS, zone);
    } catch (YamlMembers.Malformed malformed) {
      throw new CannotStart(ExitCode.CONFIGURATION, "calendar.malformed", own, malformed.reason())
          .because(malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
