package io.safehand.server.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Says in one line why the server did not start. What is not foreseen keeps its stack trace: that is our fault. */
public final class StartFailures implements SpringBootExceptionReporter {
  /** Called by Spring, which finds this class by its name in spring.factories. */
  @SuppressWarnings("unused")
  public StartFailures(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    CannotStart known = known(failure);
    if (known == null) {
      return false;
    }
    System.err.println("safehand: " + known.getMessage());
    return true;
  }

  /** The exit code of the process for what stopped the start. */
  public static int exitCode(Throwable failure) {
    CannotStart known = known(failure);
    return known == null ? ExitCode.OUR_FAULT.number() : known.getExitCode();
  }

  private static @Nullable CannotStart known(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CannotStart known -> {
          return known;
        }
        case PortInUseException port -> {
          return new CannotStart(ExitCode.IN_USE, "port " + port.getPort()
              + " is taken by another program; nothing was changed. Stop it, or choose another with --server.port",
              cause);
        }
        case ConfigurationPropertiesBindException wrong -> {
          return new CannotStart(ExitCode.CONFIGURATION,
              "a setting under safehand. has a value that is not understood: "
                  + innermost(wrong) + "; nothing was changed", cause);
        }
        default -> {
        }
      }
    }
    return null;
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
