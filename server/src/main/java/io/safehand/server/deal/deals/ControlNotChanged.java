package io.safehand.server.deal.deals;

/** A change of control that was decided but cannot be done; nothing of it is kept. */
public final class ControlNotChanged extends RuntimeException {
  private static final long serialVersionUID = 1;

  ControlNotChanged(String why) {
    super("control did not change: " + why);
  }
}
