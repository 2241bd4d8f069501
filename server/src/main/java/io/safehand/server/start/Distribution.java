package io.safehand.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per version into a cache folder that all starts share. */
record Distribution(Path folder) {
  static final int MAJOR = 18;
  private static final String VERSION = "18.6.0";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Unpacks what is missing. Two starts at once do no harm: the later one uses the folder of the first. */
  static Distribution in(Path cache) throws IOException {
    refuseOtherMachines();
    Path wanted = cache.resolve("postgresql-" + VERSION);
    if (Files.isExecutable(wanted.resolve("bin/postgres"))) {
      return new Distribution(wanted);
    }
    Files.createDirectories(cache);
    Path unpacking = Files.createTempDirectory(cache, "unpacking-");
    try (InputStream packed = Distribution.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new CannotStart(ExitCode.OUR_FAULT, "database.no-programs");
      }
      new Tar(new XZInputStream(packed), unpacking).unpack();
      open(unpacking);
      settle(unpacking, wanted);
    } finally {
      delete(unpacking);
    }
    return new Distribution(wanted);
  }

  /** The programs of an older version, left by the program version that used them. */
  static Optional<Distribution> older(Path cache, int major) throws IOException {
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(cache)) {
      return folders.map(Distribution::new)
          .filter(each -> each.folder().getFileName().toString().matches("postgresql-\\d+\\.[0-9.]+"))
          .filter(each -> each.major() == major && Files.isExecutable(Path.of(each.program("postgres"))))
          .findFirst();
    }
  }

  int major() {
    return Integer
        .parseInt(folder.getFileName().toString().replaceFirst("^postgresql-", "").replaceFirst("\\..*", ""));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void refuseOtherMachines() {
    List<String> here = List.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (!here.equals(List.of("Linux", "amd64"))) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "database.other-machine", here.getFirst(), here.getLast());
    }
  }

  /** A temporary folder is made for its owner alone; these are public programs, and PostgreSQL may run as another user. */
  private static void open(Path unpacked) throws IOException {
    Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void settle(Path unpacked, Path wanted) throws IOException {
    try {
      Files.move(unpacked, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      if (!Files.isExecutable(wanted.resolve("bin/postgres"))) {
        throw another;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
