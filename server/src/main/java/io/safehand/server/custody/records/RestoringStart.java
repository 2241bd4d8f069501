package io.safehand.server.custody.records;

import io.safehand.core.custody.keys.TreeOutdated;
import io.safehand.core.disk.Syncing;
import io.safehand.core.ledger.LedgerDamaged;
import io.safehand.core.ledger.LedgerForked;
import io.safehand.core.ledger.LedgerOutdated;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.root.RootMissing;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerDisagrees;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A start with {@code safehand.restore} goes on with an older copy of the database, before anything is served. Until all
 * of it is done a mark in the data folder keeps every other start from serving what is half restored.
 */
@Component
final class RestoringStart implements SmartLifecycle {
  private static final String ACCOUNT = "[a-z0-9][a-z0-9._-]{0,63}";
  private static final int BEFORE_THE_WEB = 0;

  private final Settings settings;
  private final Keys keys;
  private final Ledger ledger;
  private final Restoration restoration;
  private volatile boolean running;

  RestoringStart(Settings settings, Keys keys, Ledger ledger, Restoration restoration) {
    this.settings = settings;
    this.keys = keys;
    this.ledger = ledger;
    this.restoration = restoration;
  }

  @Override
  public void start() {
    Path mark = settings.dataFolder().resolve("restoring");
    try {
      if (!settings.restore().isEmpty()) {
        restore(mark, who());
      } else if (Files.exists(mark)) {
        throw new CannotStart(ExitCode.UNAVAILABLE, "restore.unfinished");
      }
      running = true;
    } catch (LedgerDisagrees | LedgerOutdated | LedgerForked | LedgerDamaged | RootMissing | TreeOutdated e) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "restore.refused", String.valueOf(e.getMessage()))
          .because(e);
    } catch (IOException e) {
      throw new CannotStart(ExitCode.INPUT_OUTPUT, "failure.io", e.getClass().getSimpleName()).because(e);
    }
  }

  private String who() {
    if (settings.restore().size() != 2 || Set.copyOf(settings.restore()).size() != 2
        || !settings.restore().stream().allMatch(account -> account.matches(ACCOUNT))) {
      throw new CannotStart(ExitCode.CONFIGURATION, "restore.two-people");
    }
    if (!keys.isOpen()) {
      throw new CannotStart(ExitCode.CONFIGURATION, "restore.sealed");
    }
    return String.join("+", settings.restore());
  }

  private void restore(Path mark, String who) throws IOException {
    Files.writeString(mark, who + "\n");
    Syncing.file(mark);
    Syncing.folder(settings.dataFolder());
    Set<CompanyId> companies = ledger.companies();
    companies.forEach(company -> restoration.putBack(company, who));
    keys.requireFresh();
    companies.forEach(company -> restoration.tagAnew(company, who));
    companies.forEach(ledger::sequence);
    Files.delete(mark);
    Syncing.folder(settings.dataFolder());
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_WEB;
  }
}
