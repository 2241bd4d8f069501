package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.SortedMap;

/** A folder to be judged: its files by relative name with {@code /}. On disk it is {@link DiskFolder}. */
public interface FolderContents {
  /** Every file below the folder and its length. Anything that is neither file nor folder is refused. */
  SortedMap<String, Long> files() throws IOException;

  ReadableByteChannel open(String name) throws IOException;

  /** A whole small file; refuses one that is missing or longer than the limit. */
  default byte[] small(String name, int limit) throws IOException {
    Long bytes = files().get(name);
    if (bytes == null) {
      throw new HandoverRefused(Fault.FILE_MISSING, name);
    }
    if (bytes > limit) {
      throw new HandoverRefused(Fault.FILE_SIZE, name);
    }
    ByteBuffer whole = ByteBuffer.allocate(bytes.intValue());
    try (ReadableByteChannel from = open(name)) {
      while (whole.hasRemaining() && from.read(whole) >= 0) {
        continue;
      }
    }
    if (whole.hasRemaining()) {
      throw new HandoverRefused(Fault.FILE_SIZE, name);
    }
    return whole.array();
  }
}
