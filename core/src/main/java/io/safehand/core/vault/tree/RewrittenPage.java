package io.safehand.core.vault.tree;

/**
 * What a rewritten page must hold: the entries that survive, as they were, and the new keys of rewritten children.
 *
 * @param survivors one bit for each entry that stays as it was
 * @param children one bit for each entry whose page below was rewritten too
 * @param before the digest of the surviving entries before the rewriting
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content where it is used
record RewrittenPage(PageAddress address, long survivors, long children, byte[] before) {
  boolean isEmpty() {
    return (survivors | children) == 0;
  }
}
