package io.safehand.server.deal.handover;

import java.util.Locale;

/** A step of a hand-over may not be taken as things stand. Nothing was done. */
public final class StepRefused extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  StepRefused(Reason reason) {
    super(reason.words);
    this.reason = reason;
  }

  /** A stable code, such as {@code handover.not-decided}. */
  public String code() {
    return "handover." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why not. */
  enum Reason {
    NO_KEY("the buyer has not registered a receiving key for this deal"),
    KEY_UNSURE("the buyer's key is not proven and confirmed by two"),
    RECEIPT_THERE("the buyer has given a receipt for a package of this deal"),
    NOT_AT_CLOSING("a package leaves at closing, while the evidence for it stands"),
    HELD("a hold is on this deal or this company"),
    NOT_DECIDED("the release is not decided by two people for what is there now"),
    NOT_REKEYED("the seller destroys after the buyer's receipt and re-keying, and not before"),
    KEEP_HELD("a hold forbids destruction in this deal or company"),
    DECIDER("who decided on the destruction does not carry it out"),
    DESTRUCTION_NOT_DECIDED("the destruction is not decided by two people for what is there now"),
    OTHER_DECISION("everything was destroyed by another decision"),
    OTHER_DEAL("this is the package of another deal"),
    OTHER_PACKAGE("another package of this deal was received"),
    NOTHING_RECEIVED("nothing was received for this deal"),
    TAKEN_OVER("the package of this deal was taken over"),
    NO_RECEIVING_KEY("there is no receiving key for this deal"),
    SELLER_FINGERPRINT("this is not the fingerprint of the seller's keys"),
    SELLER_UNKNOWN("the seller's keys are not given"),
    PACKAGE_THERE("a package is here already"),
    BUSY("the package of this deal is being worked on");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  static void unless(boolean holds, Reason reason) {
    if (!holds) {
      throw new StepRefused(reason);
    }
  }
}
