package io.safehand.core.handover.manifest;

/** The people do not add up: somebody was lost or counted twice. */
public final class PopulationDiffers extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  PopulationDiffers(long liveBefore, long moved, long excluded, long kept) {
    super(liveBefore + " people before, but " + moved + " moved, " + excluded + " excluded and " + kept
        + " kept");
  }
}
