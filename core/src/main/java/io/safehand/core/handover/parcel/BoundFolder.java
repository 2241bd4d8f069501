package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.manifest.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A folder whose listed files must be as they are listed, at every reading anew: one that changes between two readings
 * is refused at its end by length or hash. Files that are not listed are given as they are.
 */
public final class BoundFolder implements FolderContents {
  private static final int BUFFER = 1 << 16;
  private static final Comparator<PackedFile> BY_NAME = Comparator.comparing(PackedFile::name);
  private final FolderContents folder;
  private final Map<String, PackedFile> listed;

  public BoundFolder(FolderContents folder, Collection<PackedFile> listed) {
    this.folder = folder;
    this.listed = listed.stream().collect(Collectors.toMap(PackedFile::name, Function.identity()));
  }

  @Override
  public SortedMap<String, Long> files() throws IOException {
    return folder.files();
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    PackedFile file = listed.get(name);
    return file == null ? folder.open(name) : new BoundFile(file, folder.open(name));
  }

  private void requireAsListed(PackedFile file) throws IOException {
    Long bytes = files().get(file.name());
    if (bytes == null || bytes != file.bytes()) {
      throw new HandoverRefused(Fault.FILE_SIZE, file.name());
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(bytes, 1, BUFFER));
    try (ReadableByteChannel from = open(file.name())) {
      while (from.read(buffer) >= 0) {
        buffer.clear();
      }
    }
  }

  /** Reads every listed file to its end and keeps nothing of it; refuses the first that is not as listed. */
  public void requireAsListed() throws IOException {
    for (PackedFile file : listed.values().stream().sorted(BY_NAME).toList()) {
      requireAsListed(file);
    }
  }
}
