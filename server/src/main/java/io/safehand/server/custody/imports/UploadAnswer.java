package io.safehand.server.custody.imports;

import io.safehand.core.detect.text.DamagedFile;

/** What became of a source that was brought. */
public sealed interface UploadAnswer {
  /** It is in, sealed, and waits for the person. */
  record Taken(ImportId id) implements UploadAnswer {}

  /** The very same file is here already and not over: go on with that one. Nothing new is kept. */
  record UnderWay(ImportId id) implements UploadAnswer {}

  /** The very same file was imported before. Nothing new is kept. */
  record Imported(ImportId id) implements UploadAnswer {}

  /** Another database cannot be read as asked, for a reason with a code. Nothing is kept. */
  record Refused(String code) implements UploadAnswer {}

  /** It cannot be read as what it is. Nothing of it is kept. */
  record Unreadable(DamagedFile why) implements UploadAnswer {}
}
