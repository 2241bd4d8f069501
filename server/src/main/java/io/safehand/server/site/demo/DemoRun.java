package io.safehand.server.site.demo;

import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.inventory.InventoryRefused;
import io.safehand.server.custody.records.UndeclaredColumns;
import java.nio.file.NoSuchFileException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Runs the demonstration when it is wanted, and says with one line and an exit code how it ended. */
@Component
@EnableConfigurationProperties(DemoSettings.class)
class DemoRun implements ApplicationRunner {
  private static final int FAILED = 1;
  private static final int BAD_DATA = 65;
  private static final int NO_INPUT = 66;

  private final Doors doors;
  private final DemoSettings settings;
  private final ConfigurableApplicationContext context;

  DemoRun(Doors doors, DemoSettings settings, ConfigurableApplicationContext context) {
    this.doors = doors;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.isWanted()) {
      return;
    }
    int code = walk();
    if (code != 0 || settings.headless()) {
      System.exit(SpringApplication.exit(context, () -> code));
    }
  }

  private int walk() {
    try {
      new Demo(doors, settings, new Telling(System.out, System.console() != null && System.console()
          .isTerminal()))
          .run();
      return 0;
    } catch (UndeclaredColumns columns) {
      return tell(BAD_DATA, columns.getMessage()
          + ". Nothing was imported. Declare them in the inventory, or leave "
          + "undeclared ones out with --drop-undeclared.");
    } catch (DamagedFile | InventoryRefused damaged) {
      return tell(BAD_DATA, damaged.getMessage()
          + ". What was committed before stays; correct the file and run again.");
    } catch (NoSuchFileException missing) {
      return tell(NO_INPUT, "there is no file " + missing.getMessage() + ". Nothing was changed.");
    } catch (Exception failed) {
      if (System.getenv("SAFEHAND_DEBUG") != null) {
        failed.printStackTrace();
      }
      return tell(FAILED, "the demonstration stopped: " + failed.getMessage());
    }
  }

  private static int tell(int code, String line) {
    System.err.println("safehand: " + line);
    return code;
  }
}
