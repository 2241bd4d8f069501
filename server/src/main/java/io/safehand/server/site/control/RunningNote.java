package io.safehand.server.site.control;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file {@code running.json} in the data folder: how to reach the server that holds it. For its owner alone, because it
 * holds the token.
 *
 * @param address of the pages
 * @param control where commands are taken
 */
record RunningNote(String address, String control, String token) {
  static final String NAME = "running.json";

  void write(Path data) throws IOException {
    Path writing = data.resolve(NAME + ".tmp");
    Files.deleteIfExists(writing);
    Files.createFile(writing,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(writing,
        Json.object()
            .with("pid", ProcessHandle.current().pid())
            .with("address", address)
            .with("control", control)
            .with("token", token)
            .pretty());
    Files.move(writing, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return "running at " + address;
  }
}
