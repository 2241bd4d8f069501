package io.safehand.server.base.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one source: an IPv4 address, or the 64 bits of an IPv6 address that one customer is given whole. */
public final class Network {
  private static final int OF_ONE_CUSTOMER = 8;

  private Network() {}

  /** @param address as digits; anything else counts as it is written */
  public static String of(String address) {
    if (!address.matches("[0-9A-Fa-f:.%]*:[0-9A-Za-z:.%]*")) {
      return address;
    }
    try {
      return InetAddress.getByName(address) instanceof Inet6Address long6
          ? HexFormat.of().formatHex(Arrays.copyOf(long6.getAddress(), OF_ONE_CUSTOMER))
          : address;
    } catch (UnknownHostException none) {
      return address;
    }
  }
}
