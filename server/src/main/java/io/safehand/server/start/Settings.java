package io.safehand.server.start;

import io.safehand.core.vault.root.UnsealMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set, all under {@code safehand.}; every value has a default that is safe.
 *
 * @param address how browsers name this server, {@code https://host} or {@code https://host:port}: what passkeys are bound
 *          to and mailed links begin with; for passkeys by default as a browser names it, at the port that it listens on
 * @param data the data folder: database, ledger, first copy of the root slots
 * @param second the second place, on another disk in production: ledger copies, tree log, second copy of the root slots;
 *          by default a folder inside the data folder
 * @param cache where the programs of the embedded database are unpacked; by default the user's cache
 * @param roots the folders that hold a copy of the root slots; by default one in each place
 * @param restore the accounts of the two people who decided to go on with an older copy of the database, under the newest
 *          key trees and logs; empty: such a copy is refused
 * @param restoreFrom a folder with backups, to begin an empty data folder with
 * @param restoreCopy which of its copies; by default the newest
 * @param clock {@code system}, or {@code settable} for development and demonstrations
 * @param clockStart where a settable clock stands first; by default at the real time
 */
@ConfigurationProperties("safehand")
public record Settings(@Nullable String address, @DefaultValue("data") String data, @Nullable String second,
    @Nullable String cache, @DefaultValue List<String> roots, @DefaultValue List<String> restore,
    @Nullable String restoreFrom, @Nullable String restoreCopy, @DefaultValue("system") ClockKind clock,
    @Nullable Instant clockStart, @DefaultValue Database database, @DefaultValue Unseal unseal,
    @DefaultValue Tls tls, @DefaultValue Watch watch, @DefaultValue Oidc oidc,
    @DefaultValue Webhooks webhooks, @DefaultValue Mail mail) {

  /** Where time comes from. */
  public enum ClockKind {
    SYSTEM, SETTABLE
  }

  /**
   * @param url an existing PostgreSQL 15 or newer, {@code jdbc:postgresql://…}; absent: the embedded one
   * @param user the login that owns the database
   * @param password better given as a file or in the environment than on the command line
   * @param passwordFile a file whose only line is the password
   * @param connections size of the pool
   */
  public record Database(@Nullable String url, @DefaultValue("safehand") String user,
      @Nullable String password, @Nullable String passwordFile, @DefaultValue("16") int connections) {
    @Override
    public String toString() {
      return "Database[url=" + (url == null ? "embedded" : url.replaceFirst("\\?.*", "")) + "]";
    }
  }

  /**
   * @param mode a passphrase by default; S0, a key file beside the data, is for demonstrations on one machine
   * @param passphraseFile a file whose only line is the passphrase; absent: the server starts sealed
   */
  public record Unseal(@DefaultValue("S1") UnsealMode mode, @Nullable String passphraseFile) {}

  /**
   * @param certificate {@code off}: pages without TLS, on this machine alone; {@code self-signed}: one that the server
   *          makes; else a PKCS #12 file with key and certificate
   * @param password of that file; better given as a file or in the environment than on the command line
   * @param passwordFile a file whose only line is the password
   */
  public record Tls(@DefaultValue("off") String certificate, @Nullable String password,
      @Nullable String passwordFile) {
    boolean isOff() {
      return certificate.equals("off");
    }

    boolean isSelfSigned() {
      return certificate.equals("self-signed");
    }

    String secret() {
      if (passwordFile == null) {
        return password == null ? "" : password;
      }
      try {
        return Files.readString(Path.of(passwordFile)).strip();
      } catch (IOException e) {
        throw new CannotStart(ExitCode.CONFIGURATION, "tls.password-file", passwordFile).because(e);
      }
    }

    @Override
    public String toString() {
      return "Tls[certificate=" + certificate + "]";
    }
  }

  /**
   * Another house that people may sign in by (OpenID Connect).
   *
   * @param issuer its address, as it describes itself; absent: none
   * @param client under which name it knows this server
   * @param secretFile a file whose only line is the secret for it; absent where it wants none
   */
  public record Oidc(@Nullable String issuer, @DefaultValue("safehand") String client,
      @Nullable String secretFile) {
    /** Empty where there is none. */
    public String secret() {
      if (secretFile == null) {
        return "";
      }
      try {
        return Files.readString(Path.of(secretFile)).strip();
      } catch (IOException e) {
        throw new CannotStart(ExitCode.CONFIGURATION, "oidc.secret-file", secretFile).because(e);
      }
    }
  }

  /** How the log is written. */
  public enum LogKind {
    TEXT, JSON
  }

  /**
   * @param log text or JSON; neither carries personal data
   * @param metricsTokenFile a file whose only line is the token with which other machines may read the metrics
   */
  public record Watch(@DefaultValue("text") LogKind log, @Nullable String metricsTokenFile) {
    /** Empty where only this machine may read them. */
    public String metricsToken() {
      if (metricsTokenFile == null) {
        return "";
      }
      try {
        return Files.readString(Path.of(metricsTokenFile)).strip();
      } catch (IOException e) {
        throw new CannotStart(ExitCode.CONFIGURATION, "watch.token-file", metricsTokenFile).because(e);
      }
    }
  }

  /**
   * @param seconds how often the server looks whether an event is to be sent; 0: it sends none
   * @param inside whether events may also be sent to addresses that are not public
   */
  public record Webhooks(@DefaultValue("5") int seconds, @DefaultValue("false") boolean inside) {}

  /**
   * @param inside whether a company's mail server and its gateway for short messages may also have an address that is
   *          not public
   * @param sink whether letters to customers end inside this process instead of going out; for development and
   *          demonstrations
   */
  public record Mail(@DefaultValue("false") boolean inside, @DefaultValue("false") boolean sink) {}

  public Path dataFolder() {
    return Path.of(data).toAbsolutePath().normalize();
  }

  public Path secondPlace() {
    return second == null ? dataFolder().resolve("second") : Path.of(second).toAbsolutePath().normalize();
  }

  /** At least one; the order given. */
  public List<Path> rootFolders() {
    return roots.isEmpty()
        ? List.of(dataFolder().resolve("roots"), secondPlace().resolve("roots"))
        : roots.stream().map(folder -> Path.of(folder).toAbsolutePath().normalize()).toList();
  }

  public Path cacheFolder() {
    if (cache != null) {
      return Path.of(cache).toAbsolutePath().normalize();
    }
    String home = System.getProperty("user.home", "");
    return home.isBlank() || home.equals("?")
        ? dataFolder().resolve("cache")
        : Path.of(home, ".cache", "safehand");
  }
}
