package io.safehand.core.custody;

import io.safehand.core.vault.OpeningToken;

/** Shown by the acts of this package when they open something. */
final class OpeningAct extends OpeningToken {
  static final OpeningAct TOKEN = new OpeningAct();

  private OpeningAct() {}
}
