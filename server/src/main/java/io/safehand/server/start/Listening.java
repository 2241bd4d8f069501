package io.safehand.server.start;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Where pages are served and how: without TLS on this machine alone, elsewhere with TLS 1.3 and nothing older. An address
 * that others reach is refused without a certificate before anything listens.
 */
public final class Listening implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
  private static final List<String> OF_A_PROXY = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
  private static final String[] ONLY = {"TLSv1.3"};

  private final Settings settings;
  private final String host;
  private volatile @Nullable Certificate certificate;

  Listening(Settings settings, String host) {
    this.settings = settings;
    this.host = host;
  }

  /** Whether nobody but this machine reaches the address; an unknown one is not. */
  public static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Whether somebody on this machine asks, through no proxy: what a proxy hands on comes from somewhere else. */
  public static boolean isDirect(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && OF_A_PROXY.stream().map(request::getHeader).allMatch(Objects::isNull);
  }

  /** What a browser on this machine opens. */
  public String url(int port) {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return (settings.tls().isOff() ? "http://" : "https://") + shown + ":" + port;
  }

  /** How browsers name this server, as the settings say; empty where they do not. */
  public Optional<URI> address() {
    return Optional.ofNullable(settings.address()).map(URI::create);
  }

  /** The SHA-256 of the certificate that this server made for itself, for people to compare. */
  public Optional<String> fingerprint() {
    return settings.tls().isSelfSigned()
        ? Optional.ofNullable(certificate).map(Certificate::fingerprint)
        : Optional.empty();
  }

  @Override
  public void customize(ConfigurableWebServerFactory factory) {
    refuseUnlessAddress();
    if (settings.tls().isOff()) {
      refuseUnlessLoopback();
      return;
    }
    Certificate found = certificate();
    certificate = found;
    factory.setSsl(ssl(found));
  }

  private void refuseUnlessAddress() {
    String given = settings.address();
    if (given != null && !given.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw new CannotStart(ExitCode.CONFIGURATION, "address", given);
    }
  }

  private void refuseUnlessLoopback() {
    if (!isLoopback(host)) {
      throw new CannotStart(ExitCode.CONFIGURATION, "tls.off", host);
    }
  }

  private Certificate certificate() {
    return settings.tls().isSelfSigned()
        ? new OwnCertificate(settings.dataFolder().resolve("tls"), host).open()
        : Certificate.open(Path.of(settings.tls().certificate()), settings.tls().secret());
  }

  private static Ssl ssl(Certificate certificate) {
    Ssl ssl = new Ssl();
    ssl.setEnabled(true);
    ssl.setKeyStore(certificate.file().toUri().toString());
    ssl.setKeyStoreType(Certificate.TYPE);
    ssl.setKeyStorePassword(certificate.password());
    ssl.setKeyAlias(certificate.alias());
    ssl.setEnabledProtocols(ONLY);
    return ssl;
  }
}
