package io.safehand.server.site.guide;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.util.Set;

/**
 * What the questions were answered with that no other place of the system asks for.
 *
 * @param customers about how many there are
 * @param second who decides on what the first person proposes
 * @param copies where the customers' data lies besides
 * @param channels how the customers can be reached
 */
record Answers(DealId deal, long customers, AccountId second, Set<Copy> copies, Set<Channel> channels,
    AccountId by, Instant at) {
  Answers {
    copies = Set.copyOf(copies);
    channels = Set.copyOf(channels);
  }

  /** Where a copy of customers' data usually lies. */
  enum Copy {
    COMPUTER, PHONE, CHAT, SHOP_SYSTEM, ACCOUNTING, CLOUD, MAILBOX, PAPER
  }

  /** How customers are reached. */
  enum Channel {
    SMS, MAIL, CHAT, CALL, LETTER, COUNTER
  }
}
