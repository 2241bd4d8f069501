package io.safehand.core.mask;

/** Shows nothing. */
record NoMask() implements Mask {

  @Override
  public String mask(String value) {
    return value.isEmpty() ? "" : NOTHING;
  }
}
