package io.safehand.server.base.keys;

import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.root.KeyFile;
import io.safehand.core.vault.root.Passphrase;
import io.safehand.core.vault.root.UnsealModeNotBuilt;
import io.safehand.core.vault.root.UnsealSecret;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.Listening;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the house: at the start when the settings say with what, else when somebody brings the passphrase. */
@Component
final class Unsealing implements SmartInitializingSingleton {
  private final Settings settings;
  private final Environment environment;
  private final OpeningHouse opening;
  private final HouseSigner signer;
  private final ObjectProvider<Ledger> ledger;
  private final TreeFreshness trees;
  private final SecureRandom random;
  private volatile boolean open;

  Unsealing(Settings settings, Environment environment, OpeningHouse opening, HouseSigner signer,
      ObjectProvider<Ledger> ledger, TreeFreshness trees, SecureRandom random) {
    this.settings = settings;
    this.environment = environment;
    this.opening = opening;
    this.signer = signer;
    this.ledger = ledger;
    this.trees = trees;
    this.random = random;
  }

  /** After all modules are there, before anything is served. */
  @Override
  public void afterSingletonsInstantiated() {
    try {
      switch (settings.unseal().mode().built()) {
        case S0 -> open(keyFile());
        case S1 -> openWithFile();
        case S2, S3 -> throw new IllegalStateException("not built");
      }
    } catch (UnsealModeNotBuilt e) {
      throw new CannotStart(ExitCode.CONFIGURATION, "unseal.mode", settings.unseal().mode()).because(e);
    } catch (RuntimeException e) {
      throw UnsealRefusal.of(e).<RuntimeException>map(why -> why).orElse(e);
    }
  }

  synchronized void unseal(char[] passphrase) {
    if (!open) {
      open(new Passphrase(passphrase));
    }
  }

  /** A database that is to be restored is compared afterwards. */
  private void open(UnsealSecret secret) {
    signer.open(opening.open(secret));
    if (settings.restore().isEmpty()) {
      try {
        requireFresh();
      } catch (RuntimeException stale) {
        signer.close();
        throw stale;
      }
    }
    open = true;
  }

  /** Open and compared with the database. */
  boolean isOpen() {
    return open;
  }

  void requireFresh() {
    ledger.getObject().check();
    trees.check();
  }

  private void openWithFile() {
    String file = settings.unseal().passphraseFile();
    if (file != null) {
      char[] passphrase = read(Path.of(file));
      unseal(passphrase);
      Arrays.fill(passphrase, ' ');
    }
  }

  private static char[] read(Path file) {
    try {
      return Files.readString(file).strip().toCharArray();
    } catch (IOException e) {
      throw new CannotStart(ExitCode.PASSPHRASE, "unseal.passphrase-file", file).because(e);
    }
  }

  private KeyFile keyFile() {
    if (!Listening.isLoopback(environment.getProperty("server.address", ""))) {
      throw new CannotStart(ExitCode.CONFIGURATION, "unseal.key-file");
    }
    Path file = settings.dataFolder().resolve("unseal.key");
    return Files.exists(file) ? KeyFile.read(file) : KeyFile.create(file, new Randomness(random));
  }
}
