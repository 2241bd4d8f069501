package io.safehand.server.base.runs;

import io.safehand.server.base.access.Account;

/** One kind of long work; a module above declares it. Doing it again after it was stopped anywhere must be harmless. */
public interface RunKind {
  /** A stable dotted code such as {@code handover.release}. */
  String code();

  /**
   * Does the work, or the rest of it.
   *
   * @param by in whose name, with the roles of this moment
   * @throws Cannot when it is refused, which ends the run
   * @throws Exception when something broke; it is tried again later
   */
  void go(Run run, Account by, Progress progress) throws Exception;

  /** Told how far the work is. */
  interface Progress {
    /** @throws Cancelled when somebody wants it to end */
    void reached(long done);

    /** How many there are in all. */
    void of(long total);
  }

  /** The work ends because somebody cancelled it. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("cancelled");
    }
  }

  /** The work cannot be done as things stand, for a reason with a stable code. */
  final class Cannot extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public Cannot(String code, Throwable cause) {
      super(code, cause);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
