package io.safehand.server.deal.deals;

/** An account asked for something about a deal that it may not do, or that the deal's stage does not know. */
public final class DealNotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Advance.Reason reason;

  DealNotAllowed(Advance.Reason reason) {
    super(reason.code());
    this.reason = reason;
  }

  public Advance.Reason reason() {
    return reason;
  }
}
