package io.safehand.core.custody;

import io.safehand.core.vault.OpeningToken;

/** A token from custody's own package. */
public final class OpeningForTests extends OpeningToken {}
