package io.safehand.server.base.decisions;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A matter as one person sees it.
 *
 * @param isStale what it was about has changed since
 * @param isMine whether this person may vote on it
 * @param isOwn whether this person opened it and may take it back
 * @param handles the work names of its author and voters
 */
public record MatterView(Matter matter, boolean isStale, boolean isMine, boolean isOwn,
    Map<AccountId, String> handles) {
  static MatterView of(Matter matter, Optional<String> present, boolean mine, boolean own,
      Map<AccountId, String> handles) {
    boolean stale = matter.isPending() && !present.equals(Optional.of(matter.contentHash()));
    return new MatterView(matter, stale, mine && !stale, own && matter.state() == Matter.State.OPEN, handles);
  }

  /** Whether what was decided may be carried out now. */
  public boolean isDecided() {
    return !isStale && (matter.state() == Matter.State.APPROVED || matter.state() == Matter.State.OVERRIDDEN);
  }

  /** How many votes it lacks; 0 when none count any more. */
  public long missing() {
    return isStale || matter.state() != Matter.State.OPEN
        ? 0
        : matter.needed() - matter.count(needsOverride() ? Matter.Ballot.OVERRIDE : Matter.Ballot.APPROVE);
  }

  /** The roles of which a voter needs one, in their order. */
  public List<Role> voters() {
    return matter.approvers().stream().sorted().toList();
  }

  /** Whether it is about something that the rules refuse. */
  public boolean needsOverride() {
    return matter.kind().endsWith(".override");
  }
}
