package io.safehand.server.base.decisions;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A matter and how it stands. */
public record Matter(MatterId id, String kind, String subject, String contentHash, int needed,
    Set<Role> approvers, AccountId author, Instant openedAt, State state, List<Vote> votes) {
  /**
   * Where it stands. APPROVED and OVERRIDDEN become DONE when what was decided is done, which is once; STALE is said of
   * an approval whose content has changed since. WITHDRAWN was taken back by its author.
   */
  public enum State {
    OPEN, APPROVED, REJECTED, OVERRIDDEN, DONE, STALE, WITHDRAWN
  }

  /** What a voter said. */
  public enum Ballot {
    APPROVE, REJECT, OVERRIDE
  }

  /** One person's vote; the reason is a code, empty for an approval. */
  public record Vote(AccountId by, Ballot ballot, String reason, Instant at) {}

  public Matter {
    approvers = Set.copyOf(approvers);
    votes = List.copyOf(votes);
  }

  Matter with(List<Vote> cast) {
    return new Matter(id, kind, subject, contentHash, needed, approvers, author, openedAt, state, cast);
  }

  /** Whether what was decided is what is there now, and may be done. */
  public boolean allows(String presentHash) {
    return contentHash.equals(presentHash) && (state == State.APPROVED || state == State.OVERRIDDEN);
  }

  boolean decides(String otherKind, String otherSubject, String presentHash) {
    return kind.equals(otherKind) && subject.equals(otherSubject) && allows(presentHash);
  }

  /** Whether it may still come to something, or be carried out. */
  public boolean isPending() {
    return switch (state) {
      case OPEN, APPROVED, OVERRIDDEN -> true;
      case REJECTED, DONE, STALE, WITHDRAWN -> false;
    };
  }

  long count(Ballot ballot) {
    return votes.stream().filter(vote -> vote.ballot() == ballot).count();
  }
}
