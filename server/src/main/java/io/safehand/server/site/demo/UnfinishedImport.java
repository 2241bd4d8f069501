package io.safehand.server.site.demo;

import io.safehand.core.person.CompanyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The note in the data folder that an import was begun and not ended, so that the same request goes on with it. The
 * command line keeps a folder with such a note of its own request instead of emptying it.
 *
 * @param request tells one request from another
 */
record UnfinishedImport(String request, CompanyId seller, CompanyId buyer) {
  /** Read by the command line too, which compares the first line. */
  static final String NOTE = ".safehand-unfinished";

  /** The note of this request. */
  static Optional<UnfinishedImport> in(Path data, String request) throws IOException {
    Path note = data.resolve(NOTE);
    if (request.isEmpty() || !Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    return lines.size() == 3 && lines.getFirst().equals(request)
        ? Optional
            .of(new UnfinishedImport(request, CompanyId.parse(lines.get(1)), CompanyId.parse(lines.get(2))))
        : Optional.empty();
  }

  void write(Path data) throws IOException {
    Files.write(data.resolve(NOTE), List.of(request, seller.toString(), buyer.toString()));
  }

  static void forget(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(NOTE));
  }
}
