package io.safehand.server.start;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Says in one line why the server did not start. What is not foreseen keeps its stack trace: that is our fault. */
public final class StartFailures implements SpringBootExceptionReporter {
  /** Called by Spring, which finds this class by its name in spring.factories. */
  @SuppressWarnings("unused")
  public StartFailures(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    Optional<CannotStart> known = new Breakage().of(failure);
    known.ifPresent(why -> System.err.println("safehand: " + why.line(Locale.getDefault())));
    return known.isPresent();
  }

  /** The exit code of the process for what stopped the start. */
  public static int exitCode(Throwable failure) {
    return new Breakage().of(failure).map(CannotStart::getExitCode).orElse(ExitCode.OUR_FAULT.number());
  }
}
