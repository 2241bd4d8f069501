package io.safehand.core.handover.evidence;

import io.safehand.core.handover.parcel.FolderContents;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder within a folder, its files by the names they have there. */
record PartOf(FolderContents whole, String prefix) implements FolderContents {
  @Override
  public SortedMap<String, Long> files() throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    whole.files().forEach((name, bytes) -> {
      if (name.startsWith(prefix)) {
        files.put(name.substring(prefix.length()), bytes);
      }
    });
    return files;
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    return whole.open(prefix + name);
  }
}
