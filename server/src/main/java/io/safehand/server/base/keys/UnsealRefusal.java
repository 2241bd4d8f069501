package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.TreeOutdated;
import io.safehand.core.ledger.LedgerDamaged;
import io.safehand.core.ledger.LedgerForked;
import io.safehand.core.ledger.LedgerInUse;
import io.safehand.core.ledger.LedgerOutdated;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.root.RootFolderMissing;
import io.safehand.core.vault.root.RootMissing;
import io.safehand.core.vault.root.UnsafeKeyFile;
import io.safehand.core.vault.root.WrongPassphrase;
import io.safehand.server.base.ledger.LedgerDisagrees;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import java.util.Optional;

/** Why a server stays sealed, as one line and an exit code for whoever wanted to unseal it. */
public final class UnsealRefusal {
  private UnsealRefusal() {}

  /** The line and code; empty when it is our own fault. */
  public static Optional<CannotStart> of(RuntimeException failure) {
    return switch (failure) {
      case CannotStart known -> Optional.of(known);
      case WrongPassphrase wrong ->
        Optional.of(new CannotStart(ExitCode.PASSPHRASE, "unseal.wrong-passphrase").because(wrong));
      case RootFolderMissing roots -> told(ExitCode.CONFIGURATION, "unseal.roots", roots);
      case RootMissing roots -> told(ExitCode.CONFIGURATION, "unseal.roots", roots);
      case UnsafeKeyFile roots -> told(ExitCode.CONFIGURATION, "unseal.roots", roots);
      case FormatRefused roots -> told(ExitCode.CONFIGURATION, "unseal.roots", roots);
      case LedgerDisagrees ledger -> told(ExitCode.UNAVAILABLE, "unseal.ledger", ledger);
      case LedgerOutdated ledger -> told(ExitCode.UNAVAILABLE, "unseal.ledger", ledger);
      case LedgerForked ledger -> told(ExitCode.UNAVAILABLE, "unseal.ledger", ledger);
      case LedgerDamaged ledger -> told(ExitCode.UNAVAILABLE, "unseal.ledger", ledger);
      case LedgerInUse ledger -> told(ExitCode.UNAVAILABLE, "unseal.ledger", ledger);
      case TreeOutdated tree ->
        Optional.of(new CannotStart(ExitCode.UNAVAILABLE, "unseal.old-tree").because(tree));
      default -> Optional.empty();
    };
  }

  private static Optional<CannotStart> told(ExitCode code, String key, RuntimeException failure) {
    return Optional.of(new CannotStart(code, key, String.valueOf(failure.getMessage())).because(failure));
  }
}
