package io.safehand.server.start;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application in this process, and ends the process with the right code when that fails. */
public final class Starting {
  private Starting() {}

  public static void run(Class<?> application, String... arguments) {
    try {
      SpringApplication server = new SpringApplication(application);
      server.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) prepared -> new FreePort(
          prepared.getEnvironment()).require());
      server.addListeners(
          (ApplicationListener<ApplicationStartedEvent>) started -> watch(started.getApplicationContext()));
      server.addListeners(
          (ApplicationListener<ApplicationReadyEvent>) ready -> sayReady(ready.getApplicationContext()));
      server.run(arguments);
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
    if (context.getBean(LastWord.class).isSpoken() || context.getBean(Settings.class).restoreFrom() != null) {
      return;
    }
    Words words = Words.beside(Starting.class, Locale.getDefault());
    Listening listening = context.getBean(Listening.class);
    int port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    System.out.println("safehand: " + words.text("ready.at", listening.url(port)));
    listening.fingerprint()
        .ifPresent(print -> System.out.println("safehand: " + words.text("ready.fingerprint", print)));
  }
}
