package io.safehand.core.mask;

import io.safehand.core.person.Regions;

/**
 * Shows province, city and district; an address that does not begin with one of them, but with a street that is named
 * after one (南京东路), shows nothing.
 */
record AddressMask() implements Mask {
  /** Immutable; reading it anew for each value costs more than all the rest of masking. */
  private static final Regions REGIONS = new Regions();

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String address = value.strip();
    int end = REGIONS.levels(address, 0).end();
    return end == 0 || isStreet(address, end) ? NOTHING : address.substring(0, end) + "****";
  }

  private static boolean isStreet(String address, int end) {
    boolean ended = "省市区县旗州盟".indexOf(address.charAt(end - 1)) >= 0;
    String behind = address.substring(end, Math.min(end + 3, address.length()));
    return !ended && behind.matches("[东西南北中大]?(路|街|大道|大街|道).*");
  }
}
