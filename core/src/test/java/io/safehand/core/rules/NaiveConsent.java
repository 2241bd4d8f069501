package io.safehand.core.rules;

import java.time.Instant;
import java.util.List;

/**
 * The same decision, read backwards and slowly: the last no or question that counts, and the yeses behind it.
 *
 * @param meanings for each thing said, the newest notice that had changed the meaning before
 */
record NaiveConsent(List<Said> said, List<Long> meanings) {
  Answer at(Instant now, long meaning) {
    Instant latest = said.stream().map(Said::recorded).max(Instant::compareTo).orElse(now);
    return at(said.size(), now.isBefore(latest) ? latest : now, meaning);
  }

  /** After the first so many. */
  private Answer at(int count, Instant now, long meaning) {
    for (int i = count - 1; i >= 0; i--) {
      Answer answer = said.get(i).answer().answer();
      if (answer == Answer.REFUSED || answer == Answer.WITHDRAWN) {
        return answer;
      }
      if (answer == Answer.GIVEN && counts(i)) {
        return yes(i, now, meaning);
      }
      if (answer != Answer.GIVEN && !openedBefore(i)) {
        return answer;
      }
    }
    return Answer.UNKNOWN;
  }

  private boolean openedBefore(int i) {
    Instant now = said.subList(0, i)
        .stream()
        .map(Said::recorded)
        .reduce(said.get(i).recorded(), NaiveConsent::later);
    return at(i, now, meanings.get(i)).opens();
  }

  private Answer yes(int i, Instant now, long meaning) {
    if (said.get(i).notice() < meaning) {
      return Answer.INVALIDATED;
    }
    if (said.get(i).answer().until().filter(end -> !end.isAfter(now)).isPresent()) {
      return Answer.EXPIRED;
    }
    return consentedBefore(i) ? Answer.RENEWED : Answer.GIVEN;
  }

  private boolean consentedBefore(int i) {
    for (int j = i - 1; j >= 0; j--) {
      if (isNo(j)) {
        return false;
      }
      if (said.get(j).answer().answer() == Answer.GIVEN && counts(j)) {
        return true;
      }
    }
    return false;
  }

  /** A yes counts unless it was said before the last no that was recorded before it. */
  private boolean counts(int i) {
    for (int j = i - 1; j >= 0; j--) {
      if (isNo(j)) {
        return said.get(i).earlier().isEmpty() || !said.get(i).at().isBefore(said.get(j).at());
      }
    }
    return true;
  }

  private boolean isNo(int i) {
    Answer answer = said.get(i).answer().answer();
    return answer == Answer.REFUSED || answer == Answer.WITHDRAWN;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
