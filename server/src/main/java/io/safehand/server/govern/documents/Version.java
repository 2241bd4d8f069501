package io.safehand.server.govern.documents;

import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a document, without its text.
 *
 * @param number 1, 2, 3 …
 * @param sha256 of the text as it stands; once it is approved, for ever
 * @param approvers who approved exactly this
 */
public record Version(DocumentId document, String kind, int number, String sha256, State state,
    AccountId author, Instant writtenAt, Optional<Instant> approvedAt, List<String> approvers) {
  /** Whether it may still be changed. */
  public enum State {
    DRAFT,
    /** Frozen and in force, until the next is. */
    APPROVED
  }

  public Version {
    approvers = List.copyOf(approvers);
  }
}
