package io.safehand.core.handover;

/**
 * One thing that is wrong, and where.
 *
 * @param fault what
 * @param subject a file name, a member name or a position; never content
 */
public record Finding(Fault fault, String subject) {
  @Override
  public String toString() {
    return fault.code() + " " + subject;
  }
}
