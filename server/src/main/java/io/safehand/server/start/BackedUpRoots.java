package io.safehand.server.start;

import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.root.ListedFolders;
import io.safehand.core.vault.root.Passphrase;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.root.RootSlots;
import io.safehand.core.vault.root.WrongPassphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** The root slots of a backup. They are opened to try a passphrase, and nothing is written to them. */
record BackedUpRoots(Path folder) {

  /** @throws CannotStart when there is no passphrase, or it opens nothing here */
  void requireOpenWith(Settings.Unseal unseal) {
    String file = unseal.passphraseFile();
    if (file == null) {
      throw new CannotStart(ExitCode.CONFIGURATION, "restore.sealed");
    }
    char[] letters = read(file);
    try (Passphrase passphrase = new Passphrase(letters)) {
      RootSlots slots = new RootSlots(new ListedFolders(List.of(folder)), passphrase, Suite.AES_256_GCM,
          new Randomness(new SecureRandom()));
      slots.ids(RootOwner.house()).forEach(id -> slots.load(id).close());
    } catch (WrongPassphrase | IllegalArgumentException wrong) {
      throw new CannotStart(ExitCode.PASSPHRASE, "unseal.wrong-passphrase").because(wrong);
    } finally {
      Arrays.fill(letters, ' ');
    }
  }

  private static char[] read(String file) {
    try {
      return Files.readString(Path.of(file)).strip().toCharArray();
    } catch (IOException e) {
      throw new CannotStart(ExitCode.PASSPHRASE, "unseal.passphrase-file", file).because(e);
    }
  }
}
