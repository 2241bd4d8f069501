package io.safehand.server.start;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the application in this process, and ends the process with the right code when that fails. */
public final class Starting {
  private Starting() {}

  public static void run(Class<?> application, String... arguments) {
    try {
      ConfigurableApplicationContext context = SpringApplication.run(application, arguments);
      context.getBean(RunningDatabase.class).whenGone(Starting::endWithoutDatabase);
      sayReady(context);
    } catch (SpringApplication.AbandonedRunException training) {
      throw training;
    } catch (RuntimeException failure) {
      System.exit(StartFailures.exitCode(failure));
    }
  }

  private static void sayReady(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    System.out.println("safehand: ready at http://" + settings.getProperty("server.address") + ":"
        + settings.getProperty("local.server.port"));
  }

  /** Nothing can be read or written any more; a new start recovers. */
  private static void endWithoutDatabase() {
    System.err.println(
        "safehand: the embedded database ended unexpectedly; everything acknowledged is kept. Start again to recover");
    System.exit(ExitCode.UNAVAILABLE.number());
  }
}
