package io.safehand.server.custody.notices;

import java.util.Arrays;

/** How far a notice came to one person, by the number that is stored; kept apart from what the person answers. */
public enum Delivery {
  NONE(0),
  /** Meant for the person, and not on its way because the way out was closed. */
  PLANNED(1),
  /** The next server has it; nothing came back. */
  SENT(2),
  /** The other side, or whoever handed it over, says that it arrived. */
  DELIVERED(3),
  /** There is no address that may be used, or every one failed. */
  UNDELIVERABLE(4),
  /** It is being handed on at this moment. */
  SENDING(5),
  /** A crash left open whether it was handed on; somebody decides, or what comes back does. */
  IN_DOUBT(6),
  /** One address failed, and there may be another. */
  BOUNCED(7),
  /** The personal link was opened, by the person or by a program on the way. */
  OPENED(8),
  /** The person said so by a button. */
  READ(9),
  /** It waits for somebody to hand it over. */
  BY_HAND(10);

  private final int number;

  Delivery(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static Delivery of(int number) {
    return Arrays.stream(values()).filter(known -> known.number == number).findFirst().orElseThrow();
  }

  /** Whether the person counts as told. */
  public boolean isReached() {
    return this == SENT || this == DELIVERED || this == OPENED || this == READ;
  }

  /** Whether it left the house. */
  public boolean isSent() {
    return isReached() || this == BOUNCED;
  }

  /** Whether somebody confirms that it arrived. */
  public boolean isConfirmed() {
    return this == DELIVERED || this == OPENED || this == READ;
  }

  /** Whether nothing more is to be done for the person. */
  boolean isKnown() {
    return isReached() || this == UNDELIVERABLE;
  }

  /** Whether staff may say what became of it. */
  boolean isOpenToStaff() {
    return !isReached() && this != SENDING;
  }

  /** Whether a campaign may take the person up now. */
  boolean isOpen() {
    return this == NONE || this == PLANNED || this == BOUNCED;
  }
}
