package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyEntry;

/** A key and the slot it goes to. The caller gives out slots, each once. */
public record PlacedKey(int slot, KeyEntry entry) {}
