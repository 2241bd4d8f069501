package io.safehand.core.rules;

/**
 * What the parties and the law say about a transfer.
 *
 * @param excludeObjectors whether the parties chose that people who object stay behind (a merger need not)
 * @param excludeUnnotified whether people who could not be told stay behind
 */
public record TransferTerms(LegalPath path, boolean excludeObjectors, boolean excludeUnnotified) {}
