package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The database folder: made once with checksums and a random password, never with trust. */
record Cluster(Path folder, Distribution programs, RunAs runAs) {
  static final String ADMINISTRATOR = "safehand_administrator";

  Path data() {
    return folder.resolve("cluster");
  }

  Path log() {
    return folder.resolve("postgresql.log");
  }

  String password() throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }

  /** Makes the folder if it is new; a half-made one of an earlier try is made again. */
  void prepare(SecureRandom random) throws IOException {
    Files.createDirectories(folder,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    runAs.handOver(folder);
    if (!Files.exists(data())) {
      initialise(random);
    }
    if (major() != programs.major()) {
      throw new CannotStart(ExitCode.CONFIGURATION, "database.newer", data(), String.valueOf(major()),
          String.valueOf(programs.major()));
    }
  }

  /** Which PostgreSQL made it. */
  int major() throws IOException {
    return Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
  }

  private void initialise(SecureRandom random) throws IOException {
    Path making = folder.resolve("cluster.new");
    Command.of(List.of(), "rm", "-rf", making.toString()).run();
    Path password = folder.resolve("password");
    Files.deleteIfExists(password);
    Files.createFile(password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
    Command.of(List.of(), "chown", "--reference", folder.toString(), password.toString()).run();
    Command.Result made = Command
        .of(runAs.prefix(), programs.program("initdb"), "--pgdata", making.toString(), "--username",
            ADMINISTRATOR, "--pwfile", password.toString(), "--auth", "scram-sha-256", "--data-checksums",
            "--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale",
            "C.UTF-8", "--no-instructions")
        .run();
    if (!made.good()) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "database.not-made", folder, made.firstError());
    }
    Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Stops a server that still runs on this folder after its owner was killed; forgets a pid that is someone else's. */
  void stopOrphan() throws IOException {
    Optional<Long> pid = pid();
    if (pid.isEmpty()) {
      return;
    }
    if (isOurs(pid.get())) {
      stop();
    } else {
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    }
  }

  /** Ends all sessions, writes a checkpoint, waits for the end. */
  void stop() throws IOException {
    Command.Result stopped = Command
        .of(runAs.prefix(), programs.program("pg_ctl"), "stop", "--pgdata", data().toString(), "--mode",
            "fast", "--wait", "--timeout", "60")
        .run();
    if (!stopped.good() && pid().map(this::isOurs).orElse(false)) {
      throw new CannotStart(ExitCode.IN_USE, "database.does-not-stop", data(), stopped.firstError());
    }
  }

  ProcessBuilder serverCommand() {
    return Command.of(runAs.prefixOfServer(), programs.program("postgres"), "-D", data().toString())
        .builder()
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  boolean isReady() throws IOException {
    Path status = data().resolve("postmaster.pid");
    return Files.exists(status) && Files.readString(status)
        .lines()
        .skip(7)
        .findFirst()
        .map(line -> line.strip().equals("ready"))
        .orElse(false);
  }

  private Optional<Long> pid() throws IOException {
    Path file = data().resolve("postmaster.pid");
    return Files.exists(file)
        ? Files.readString(file).lines().findFirst().filter(line -> line.matches("\\d+")).map(Long::valueOf)
        : Optional.empty();
  }

  /** Pids are reused: it is ours when it works in this very folder. */
  private boolean isOurs(long pid) {
    try {
      return Files.isSameFile(Path.of("/proc", String.valueOf(pid), "cwd"), data());
    } catch (IOException gone) {
      return false;
    }
  }
}
