package io.safehand.server.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A certificate that this server signs itself: made once, kept in the data folder, for the names under which it is
 * reached then. Nobody can tell it from another one except by its fingerprint.
 */
record OwnCertificate(Path folder, String host) {
  private static final String VALID_DAYS = "825";

  Certificate open() {
    Path store = folder.resolve("safehand.p12");
    try {
      if (!Files.exists(store)) {
        make(store);
      }
      return Certificate.open(store, Files.readString(password()).strip());
    } catch (IOException e) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "tls.not-made", folder, e.getClass().getSimpleName())
          .because(e);
    }
  }

  private Path password() {
    return folder.resolve("password");
  }

  private void make(Path store) throws IOException {
    Files.createDirectories(folder,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    Files.writeString(password(), HexFormat.of().formatHex(secret) + "\n");
    Files.setPosixFilePermissions(password(), PosixFilePermissions.fromString("rw-------"));
    Path making = folder.resolve("making.p12");
    Files.deleteIfExists(making);
    Command.Result made = keytool(making).run();
    if (!made.good()) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "tls.not-made", folder, made.firstError());
    }
    Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rw-------"));
    Files.move(making, store, StandardCopyOption.ATOMIC_MOVE);
  }

  private Command keytool(Path store) throws IOException {
    return Command.of(List.of(), Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "safehand", "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg",
        "SHA256withECDSA", "-validity", VALID_DAYS, "-dname", "CN=Safehand", "-ext",
        "san=" + String.join(",", names()), "-storetype", Certificate.TYPE, "-keystore", store.toString(),
        "-storepass:file", password().toString());
  }

  /** Under which others may reach this server: the address, or all of them where it listens on all. */
  private SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>(List.of("dns:localhost", "ip:127.0.0.1"));
    InetAddress address = InetAddress.getByName(host);
    if (address.isAnyLocalAddress()) {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(each -> names.add(ip(each)));
    } else {
      names.add(ip(address));
    }
    if (host.matches("(?i)[a-z][a-z0-9.-]*")) {
      names.add("dns:" + host);
    }
    return names;
  }

  private static String ip(InetAddress address) {
    return "ip:" + address.getHostAddress().replaceFirst("%.*", "");
  }
}
