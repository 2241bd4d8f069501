package io.safehand.core.vault.tree;

/**
 * Up to where a tree is logged.
 *
 * @param version the caller's count of writes to the tree
 * @param root the root that opens the logged pages, the key id of the newest top page
 */
public record LoggedState(long version, RootId root) {}
