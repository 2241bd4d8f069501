package io.safehand.core.mask;

/** Shows the first letter and the domain. */
record EmailMask() implements Mask {

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String address = value.strip();
    int at = address.indexOf('@');
    return at >= 2 && domain(address, at + 1) && letter(address.charAt(0))
        ? address.charAt(0) + "****" + address.substring(at)
        : NOTHING;
  }

  private static boolean domain(String address, int from) {
    int dots = 0;
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && c != '-' && !letter(c)) {
        return false;
      }
    }
    return dots >= 1 && address.length() - from >= 4;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
