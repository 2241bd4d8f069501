package io.safehand.server.govern.cases;

import io.safehand.core.person.PersonalText;
import io.safehand.server.custody.papers.PaperId;
import java.util.List;

/**
 * Something to be entered in a case.
 *
 * @param who the account, or empty for the customer
 */
public record Said(Channel channel, Entry.Direction direction, String who, PersonalText text,
    List<PaperId> papers) {
  /** The longest text, in characters. */
  public static final int LONGEST = 20_000;

  public Said {
    papers = List.copyOf(papers);
    if (text.exposed().length() > LONGEST) {
      throw new IllegalArgumentException("an entry has at most " + LONGEST + " characters");
    }
  }

  public static Said in(Channel channel, PersonalText text) {
    return new Said(channel, Entry.Direction.IN, "", text, List.of());
  }

  public static Said out(Channel channel, String who, PersonalText text) {
    return new Said(channel, Entry.Direction.OUT, who, text, List.of());
  }

  public static Said note(String who, PersonalText text) {
    return new Said(Channel.COUNTER, Entry.Direction.NOTE, who, text, List.of());
  }

  public Said with(List<PaperId> filed) {
    return new Said(channel, direction, who, text, filed);
  }
}
