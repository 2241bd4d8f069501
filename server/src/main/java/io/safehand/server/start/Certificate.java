package io.safehand.server.start;

import io.safehand.core.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.HexFormat;

/**
 * A private key with its certificate in a PKCS #12 file that opened under its password. Never prints the password.
 *
 * @param fingerprint SHA-256 of the certificate, as browsers show it
 */
record Certificate(Path file, String password, String alias, String fingerprint) {
  static final String TYPE = "PKCS12";

  /** @throws CannotStart when the file is missing or no PKCS #12 with a key (78), or the password is wrong (77) */
  static Certificate open(Path file, String password) {
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(Files.newInputStream(file), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return new Certificate(file, password, alias, fingerprint(store, alias));
        }
      }
      throw new CannotStart(ExitCode.CONFIGURATION, "tls.no-key", file);
    } catch (NoSuchFileException missing) {
      throw new CannotStart(ExitCode.CONFIGURATION, "tls.missing", file).because(missing);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw unreadable.getCause() instanceof UnrecoverableKeyException
          ? new CannotStart(ExitCode.PASSPHRASE, "tls.password", file).because(unreadable)
          : new CannotStart(ExitCode.CONFIGURATION, "tls.unreadable", file).because(unreadable);
    }
  }

  private static String fingerprint(KeyStore store, String alias) throws GeneralSecurityException {
    byte[] hash = Sha256.of(store.getCertificate(alias).getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
  }

  @Override
  public String toString() {
    return "certificate " + fingerprint;
  }
}
