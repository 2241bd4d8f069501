package io.safehand.server.base.decisions;

import io.safehand.server.base.access.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * A matter as one person sees it.
 *
 * @param isStale what it was about has changed since
 * @param isMine whether this person may vote on it
 * @param handles the work names of its author and voters
 */
public record MatterView(Matter matter, boolean isStale, boolean isMine, Map<AccountId, String> handles) {
  static MatterView of(Matter matter, Optional<String> present, boolean mine,
      Map<AccountId, String> handles) {
    boolean pending = switch (matter.state()) {
      case OPEN, APPROVED, OVERRIDDEN -> true;
      case REJECTED, DONE, STALE -> false;
    };
    boolean stale = pending && !present.equals(Optional.of(matter.contentHash()));
    return new MatterView(matter, stale, mine && !stale, handles);
  }

  /** Whether what was decided may be carried out now. */
  public boolean isDecided() {
    return !isStale && (matter.state() == Matter.State.APPROVED || matter.state() == Matter.State.OVERRIDDEN);
  }

  /** Whether it is about something that the rules refuse. */
  public boolean needsOverride() {
    return matter.kind().endsWith(".override");
  }
}
