package io.safehand.server.custody.imports;

/** What a source is. */
public enum SourceKind {
  CSV,
  XLSX,
  /** A table or query of another database. */
  TABLE
}
