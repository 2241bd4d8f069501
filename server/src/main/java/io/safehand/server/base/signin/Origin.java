package io.safehand.server.base.signin;

import java.net.URI;

/**
 * Under which address a browser sees this server; a passkey works for its host alone.
 *
 * @param address scheme, host and port, without a slash at the end
 * @param host a name: browsers know no passkeys for a bare address
 */
public record Origin(String address, String host) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** As browsers write it: without the usual port. */
  public static Origin of(boolean secure, String host, int port) {
    boolean usual = port == -1 || port == (secure ? HTTPS : HTTP);
    return new Origin((secure ? "https://" : "http://") + host + (usual ? "" : ":" + port), host);
  }

  public static Origin of(URI address) {
    return of("https".equals(address.getScheme()), String.valueOf(address.getHost()), address.getPort());
  }
}
