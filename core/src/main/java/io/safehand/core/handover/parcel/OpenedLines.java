package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.AgeRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.function.Consumer;

/** An age file of canonical JSON objects, one a line, the last one ended too. */
final class OpenedLines implements AutoCloseable {
  private static final int LONGEST = 1 << 20;
  private final String name;
  private final InputStream clear;

  OpenedLines(FolderContents folder, String name, ReceivingKey key) throws IOException {
    this.name = name;
    this.clear = new BufferedInputStream(Channels.newInputStream(OpenedFile.opened(folder, name, key)));
  }

  /** Returns how many there were. */
  long forEach(Consumer<Json.Object> each) throws IOException {
    long count = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = read(); next >= 0; next = read()) {
      if (next != '\n') {
        line.write(next);
        requireShort(line.size());
      } else {
        each.accept(parsed(line.toByteArray()));
        line.reset();
        count++;
      }
    }
    if (line.size() > 0) {
      throw new HandoverRefused(Fault.TRAILING_BYTES, name);
    }
    return count;
  }

  private void requireShort(int length) throws HandoverRefused {
    if (length > LONGEST) {
      throw new HandoverRefused(Fault.MALFORMED, name);
    }
  }

  private int read() throws IOException {
    try {
      return clear.read();
    } catch (AgeRefused altered) {
      throw new HandoverRefused(Fault.SEAL_BROKEN, name, altered);
    }
  }

  private Json.Object parsed(byte[] line) throws HandoverRefused {
    try {
      Json.Object object = Json.parse(line).asObject();
      if (Arrays.equals(object.canonical(), line)) {
        return object;
      }
    } catch (JsonRefused malformed) {
      throw new HandoverRefused(Fault.MALFORMED, name, malformed);
    }
    throw new HandoverRefused(Fault.NOT_CANONICAL, name);
  }

  @Override
  public void close() throws IOException {
    clear.close();
  }
}
