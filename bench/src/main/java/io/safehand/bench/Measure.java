package io.safehand.bench;

/** Measures something of the product, and in the same rounds what it is compared with. */
interface Measure {
  void measure(Ground ground, Report report) throws Exception;
}
