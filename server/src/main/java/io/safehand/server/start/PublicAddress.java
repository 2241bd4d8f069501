package io.safehand.server.start;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Whether an address lies outside of the operator's own networks, so that nobody makes this server knock at doors that
 * only it can reach. Every address of a name must lie outside. The name is looked up again when it is called, within the
 * half minute that the JDK keeps an answer.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** An address that may be registered at all: {@code https}, without a user, and no odd port of other services. */
  public static boolean isWellFormed(String url, boolean privateToo) {
    try {
      URI uri = URI.create(url);
      boolean scheme = "https".equals(uri.getScheme()) || privateToo && "http".equals(uri.getScheme());
      return scheme && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null
          && url.length() <= 500;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** @param host a name, or an address as digits; one that is not found is not public */
  public static boolean isPublic(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(PublicAddress::isPublic);
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  public static boolean isPublic(InetAddress address) {
    boolean special = address.isLoopbackAddress() || address.isAnyLocalAddress()
        || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    return !special && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
  }

  /** Not 0/8, 100.64/10, 192.0.0/24, 198.18/15, 240/4. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first != 0 && first < 240 && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && bytes[2] == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  /** Only global unicast 2000::/3, and of it nothing that leads to an IPv4 address: 2002::/16, 2001::/32. */
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
