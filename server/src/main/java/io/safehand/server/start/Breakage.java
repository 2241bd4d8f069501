package io.safehand.server.start;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;

/** Recognises breakages that the operator can mend: the database gone, the disk full, the port taken. */
public final class Breakage {
  private static final String DISK_FULL = "53100";
  private static final String SERVER_ENDS = "57P";
  private static final String CONNECTION = "08";

  /** The line and code for what broke; empty when it is our own fault. */
  public Optional<CannotStart> of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    return first(causes.stream().map(Breakage::stated)).or(() -> first(causes.stream().map(Breakage::full)))
        .or(() -> first(causes.stream().map(Breakage::database)))
        .or(() -> first(causes.stream().map(Breakage::files)));
  }

  private static Optional<CannotStart> first(Stream<Optional<CannotStart>> found) {
    return found.flatMap(Optional::stream).findFirst();
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static Optional<CannotStart> stated(Throwable cause) {
    return switch (cause) {
      case CannotStart known -> Optional.of(known);
      case PortInUseException port -> Optional
          .of(new CannotStart(ExitCode.IN_USE, "port.taken", String.valueOf(port.getPort())).because(cause));
      case ConfigurationPropertiesBindException wrong -> Optional.of(new CannotStart(ExitCode.CONFIGURATION,
          "setting.value", String.valueOf(causes(wrong).getLast().getMessage())).because(cause));
      default -> Optional.empty();
    };
  }

  private static Optional<CannotStart> full(Throwable cause) {
    boolean stated = cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState());
    boolean told = (cause instanceof IOException || cause instanceof SQLException)
        && String.valueOf(cause.getMessage())
            .matches("(?s).*(No space left on device|Disk quota exceeded).*");
    return stated || told
        ? Optional.of(new CannotStart(ExitCode.INPUT_OUTPUT, "disk.full").because(cause))
        : Optional.empty();
  }

  private static Optional<CannotStart> database(Throwable cause) {
    String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    return state.startsWith(CONNECTION) || state.startsWith(SERVER_ENDS)
        || cause instanceof java.sql.SQLTransientConnectionException
            ? Optional.of(new CannotStart(ExitCode.UNAVAILABLE, "database.gone").because(cause))
            : Optional.empty();
  }

  private static Optional<CannotStart> files(Throwable cause) {
    return cause instanceof IOException
        ? Optional.of(new CannotStart(ExitCode.INPUT_OUTPUT, "failure.io", cause.getClass().getSimpleName())
            .because(cause))
        : Optional.empty();
  }

}
