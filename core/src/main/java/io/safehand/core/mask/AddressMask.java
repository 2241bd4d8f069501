package io.safehand.core.mask;

import io.safehand.core.person.Regions;

/** Shows province, city and district; an address that does not begin with one of them shows nothing. */
record AddressMask(Regions regions) implements Mask {
  AddressMask() {
    this(new Regions());
  }

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String address = value.strip();
    int end = regions.levels(address, 0).end();
    return end == 0 ? NOTHING : address.substring(0, end) + "****";
  }
}
