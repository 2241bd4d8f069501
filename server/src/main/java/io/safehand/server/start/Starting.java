package io.safehand.server.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the application in this process, and ends the process with the right code when that fails. */
public final class Starting {
  private Starting() {}

  public static void run(Class<?> application, String... arguments) {
    try {
      SpringApplication server = new SpringApplication(application);
      server.addListeners(
          (ApplicationListener<ApplicationStartedEvent>) started -> watch(started.getApplicationContext()));
      sayReady(server.run(arguments));
    } catch (SpringApplication.AbandonedRunException training) {
      throw training;
    } catch (RuntimeException failure) {
      System.exit(StartFailures.exitCode(failure));
    }
  }

  /** Before anything runs: without its database nothing can be read or written any more; a new start recovers. */
  private static void watch(ConfigurableApplicationContext context) {
    LastWord word = context.getBean(LastWord.class);
    context.getBean(RunningDatabase.class)
        .whenGone(() -> word.end(new CannotStart(ExitCode.UNAVAILABLE, "database.ended")));
  }

  private static void sayReady(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    if (!context.getBean(LastWord.class).isSpoken()) {
      System.out.println("safehand: ready at http://" + settings.getProperty("server.address") + ":"
          + settings.getProperty("local.server.port"));
    }
  }
}
