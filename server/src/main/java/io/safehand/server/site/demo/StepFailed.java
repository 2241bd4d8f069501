package io.safehand.server.site.demo;

/** A step of the demonstration did not hold. The message names codes and counts, never a value. */
final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  StepFailed(String what) {
    super(what);
  }
}
