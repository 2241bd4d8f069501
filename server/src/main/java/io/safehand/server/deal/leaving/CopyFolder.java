package io.safehand.server.deal.leaving;

import io.safehand.core.person.CompanyId;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where sealed copies wait to be taken. */
@Component
final class CopyFolder {
  private static final String SUFFIX = ".xlsx";
  private static final Pattern NAME = Pattern
      .compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.xlsx");

  private final Path folder;

  CopyFolder(Settings settings) {
    this.folder = settings.dataFolder().resolve("leaving");
  }

  OutputStream write(CompanyId company, CopyId id) throws IOException {
    Files.createDirectories(folder.resolve(company.toString()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return Files.newOutputStream(file(company, id));
  }

  /** Goes on to be readable when it is erased meanwhile. */
  InputStream read(CompanyId company, CopyId id) throws IOException {
    return Files.newInputStream(file(company, id));
  }

  /** Those whose file, or a part of it, is here; other files are no copies. */
  List<CopyId> all(CompanyId company) {
    Path place = folder.resolve(company.toString());
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> name.group(1))
          .map(name -> new CopyId(UUID.fromString(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Doing it again changes nothing. */
  void erase(CompanyId company, CopyId id) {
    try {
      Files.deleteIfExists(file(company, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(CompanyId company, CopyId id) {
    return folder.resolve(company.toString()).resolve(id + SUFFIX);
  }
}
