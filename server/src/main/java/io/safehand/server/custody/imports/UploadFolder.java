package io.safehand.server.custody.imports;

import io.safehand.core.custody.upload.SealedUpload;
import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sources on their way in: each file sealed under its own key, and gone with it. */
@Component
final class UploadFolder {
  private final Path folder;
  private final Keys keys;
  private final SecureRandom random;

  UploadFolder(Settings settings, Keys keys, SecureRandom random) {
    this.folder = settings.dataFolder().resolve("imports");
    this.keys = keys;
    this.random = random;
  }

  /** The key of the upload, made when there is none. The caller closes it. */
  UploadKey draw(CompanyId company, ImportId id) {
    return UploadKey.draw(keys.uploadKey(company, id.value()), id.value(), random);
  }

  /** The key of the upload, while there is one. The caller closes it. */
  Optional<UploadKey> find(CompanyId company, ImportId id) {
    return UploadKey.find(keys.uploadKey(company, id.value()), id.value(), random);
  }

  SealedUpload.Written write(CompanyId company, ImportId id, UploadKey key, InputStream content,
      long mostBytes) throws IOException {
    Files.createDirectories(folder.resolve(company.toString()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return SealedUpload.write(content, file(company, id), key, mostBytes);
  }

  SealedUpload source(CompanyId company, ImportId id, UploadKey key, long bytes) {
    return new SealedUpload(file(company, id), bytes, key);
  }

  /** Key first: a file without it is noise. Doing it again changes nothing. */
  void erase(CompanyId company, ImportId id) {
    UploadKey.erase(keys.uploadKey(company, id.value()));
    try {
      Files.deleteIfExists(file(company, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(CompanyId company, ImportId id) {
    return folder.resolve(company.toString()).resolve(id + ".sealed");
  }
}
