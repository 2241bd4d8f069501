package io.safehand.core.detect.text;

import java.io.IOException;

/** Bytes that are no text in the encoding of their file, or a file that ends inside a character. */
public final class BadBytes extends IOException {
  private static final long serialVersionUID = 1;
  private final long at;
  private final boolean cutOff;

  BadBytes(long at, boolean cutOff) {
    super(cutOff ? "the text ends inside a character" : "not text in this encoding");
    this.at = at;
    this.cutOff = cutOff;
  }

  public DamagedFile inRow(long row) {
    return DamagedFile.atByte(cutOff ? "file.truncated" : "file.encoding", row, at);
  }
}
