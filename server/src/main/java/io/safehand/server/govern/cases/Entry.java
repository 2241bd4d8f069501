package io.safehand.server.govern.cases;

import io.safehand.server.custody.papers.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was said or filed in a case; what it says is sealed and opened by {@link Cases#text}.
 *
 * @param who the account, or empty for the customer
 */
public record Entry(UUID id, Channel channel, Direction direction, String who, Instant at,
    List<PaperId> papers) {
  /** Who speaks to whom. */
  public enum Direction {
    /** The customer to the company. */
    IN,
    /** The company to the customer. */
    OUT,
    /** Among the company's own people; the customer never sees it. */
    NOTE
  }

  public Entry {
    papers = List.copyOf(papers);
  }
}
