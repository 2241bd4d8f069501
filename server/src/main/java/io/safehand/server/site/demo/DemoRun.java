package io.safehand.server.site.demo;

import io.safehand.server.start.LastWord;
import io.safehand.server.start.Settings;
import io.safehand.server.start.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the demonstration when it is wanted, and says with one line and an exit code how it ended. Told to stop, it stops
 * before the database does: what is under way ends as a whole or not at all.
 */
@Component
@EnableConfigurationProperties(DemoSettings.class)
class DemoRun implements ApplicationRunner, SmartLifecycle {
  private static final long PATIENCE_SECONDS = 20;

  private final Doors doors;
  private final DemoSettings settings;
  private final Settings server;
  private final ConfigurableApplicationContext context;
  private final LastWord lastWord;
  private final CountDownLatch walked = new CountDownLatch(1);
  private volatile @Nullable Thread walker;

  DemoRun(Doors doors, DemoSettings settings, Settings server, ConfigurableApplicationContext context,
      LastWord lastWord) {
    this.doors = doors;
    this.settings = settings;
    this.server = server;
    this.context = context;
    this.lastWord = lastWord;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.isWanted()) {
      return;
    }
    walker = Thread.currentThread();
    int code = walk();
    walker = null;
    walked.countDown();
    boolean endingAlready = code == 0 && lastWord.isSpoken();
    if (!endingAlready && (code != 0 || settings.headless())) {
      System.exit(SpringApplication.exit(context, () -> code));
    }
  }

  /** The exit code; 0 too when somebody else ends the process. */
  private int walk() {
    Locale locale = Locale.getDefault();
    try {
      boolean terminal = System.console() != null && System.console().isTerminal();
      Demo.run(doors, settings, new Telling(System.out, terminal, Words.beside(Demo.class, locale)),
          server.dataFolder());
      return 0;
    } catch (Exception failed) {
      if (lastWord.isSpoken()) {
        return 0;
      }
      if (System.getenv("SAFEHAND_DEBUG") != null) {
        trace(failed);
      }
      Stopped stopped = Stopped.by(failed, Path.of(settings.out()).toAbsolutePath(), locale);
      lastWord.say(stopped.line());
      return stopped.code().number();
    }
  }

  /** Classes and places only: messages of exceptions may quote what they failed on. */
  private static void trace(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      System.err.println(cause.getClass().getName());
      Stream.of(cause.getStackTrace()).forEach(frame -> System.err.println("\tat " + frame));
    }
  }

  @Override
  public void start() {}

  /** Whoever told the process to stop says so. */
  @Override
  public void stop() {
    Thread walking = walker;
    if (walking != null) {
      lastWord.leaveToOthers();
      walking.interrupt();
      try {
        walked.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return walker != null;
  }
}
