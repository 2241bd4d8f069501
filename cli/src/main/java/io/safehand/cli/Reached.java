package io.safehand.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * Which server a command talks to, and with whose key. The key comes from a file that only its owner can read, or from
 * SAFEHAND_API_KEY; never from the command line, where every process list shows it. Without TLS only this machine is
 * talked to.
 */
final class Reached {
  private static final Set<PosixFilePermission> OF_OTHERS = Set.of(PosixFilePermission.GROUP_READ,
      PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  @Option(names = "--server", paramLabel = "URL", required = true, descriptionKey = "remote.server")
  String server = "";

  @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "remote.key-file")
  Optional<Path> keyFile = Optional.empty();

  RemoteServer connect() throws IOException {
    return new RemoteServer(address(), key());
  }

  private URI address() {
    try {
      URI address = URI.create(server.replaceFirst("/+$", ""));
      boolean plain = "http".equals(address.getScheme());
      if (address.getHost() == null || !plain && !"https".equals(address.getScheme())) {
        throw new Refused(ExitCode.USAGE, "remote.address");
      }
      if (plain && !InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        throw new Refused(ExitCode.CONFIGURATION, "remote.clear");
      }
      return address;
    } catch (IllegalArgumentException malformed) {
      throw new Refused(ExitCode.USAGE, "remote.address");
    } catch (IOException unknown) {
      throw new Refused(ExitCode.UNAVAILABLE, "remote.unreachable");
    }
  }

  private String key() throws IOException {
    String key = keyFile.isPresent()
        ? read(keyFile.get())
        : Optional.ofNullable(System.getenv("SAFEHAND_API_KEY")).orElse("").strip();
    if (key.isEmpty()) {
      throw new Refused(ExitCode.CONFIGURATION, "remote.no-key");
    }
    if (!key.matches("[A-Za-z0-9_-]{20,200}")) {
      throw new Refused(ExitCode.CONFIGURATION, "remote.bad-key");
    }
    return key;
  }

  private static String read(Path file) throws IOException {
    new GivenFile(file).refuseUnlessOrdinary();
    boolean open = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
        .stream()
        .anyMatch(OF_OTHERS::contains);
    if (open) {
      throw new Refused(ExitCode.CONFIGURATION, "remote.open-key", file);
    }
    return Files.readString(file).strip();
  }
}
