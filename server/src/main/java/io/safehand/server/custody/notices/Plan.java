package io.safehand.server.custody.notices;

import io.safehand.core.inventory.Purpose;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * To whom a notice goes and how.
 *
 * @param channels tried in this order for each person until one works
 * @param perMinute how many go out a minute at most; 0: as many as can
 */
public record Plan(Segment segment, List<Channel> channels, int perMinute) {
  private static final int MOST_A_MINUTE = 1_000_000;

  public Plan {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || EnumSet.copyOf(channels).size() != channels.size() || perMinute < 0
        || perMinute > MOST_A_MINUTE) {
      throw new IllegalArgumentException("a plan has channels, each once, and a rate");
    }
  }

  /** Everybody, by mail, else by short message, else by hand. */
  public static Plan usual() {
    return new Plan(Segment.everybody(), List.of(Channel.MAIL, Channel.SMS, Channel.HAND), 0);
  }

  /**
   * Who of the customers: everybody who fits all that is given.
   *
   * @param unanswered only who has not answered any notice of the deal
   * @param consenting only who consents to this purpose now
   * @param language only who reads this language, as far as the inventory's field {@code language} says it
   */
  public record Segment(boolean unanswered, Optional<Purpose> consenting, Optional<Language> language) {
    public static Segment everybody() {
      return new Segment(false, Optional.empty(), Optional.empty());
    }
  }
}
