package io.safehand.core.handover;

import java.io.IOException;

/** Something handed over was refused. It names the first thing that is wrong and quotes no content. */
public final class HandoverRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public HandoverRefused(Fault fault, String subject) {
    super(fault.code() + " " + subject);
    this.finding = new Finding(fault, subject);
  }

  public HandoverRefused(Fault fault, String subject, Throwable cause) {
    super(fault.code() + " " + subject, cause);
    this.finding = new Finding(fault, subject);
  }

  public Finding finding() {
    return finding;
  }
}
