package io.safehand.server.custody.consent;

import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The compact text of imported answers: {@code marketing=G2026-12-25T08:00:00Z profiling=R}, purposes in order, unknown
 * left out, a time where the answer runs out by itself, a small letter where a guardian said it. The consent of a guardian is written as a purpose of the name that {@link EventRows#GUARDIAN} gives it.
 */
final class AnswerCodes {
  private AnswerCodes() {}

  static String write(ImportedAnswers person) {
    Map<String, StandingAnswer> answers = new TreeMap<>();
    person.answers().forEach((purpose, answer) -> answers.put(purpose.code(), answer));
    if (person.guardian()) {
      answers.put(EventRows.GUARDIAN, StandingAnswer.of(Answer.GIVEN));
    }
    return answers.entrySet()
        .stream()
        .filter(entry -> entry.getValue().answer() != Answer.UNKNOWN)
        .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String text(StandingAnswer answer) {
    char letter = letter(answer.answer());
    return (answer.by() == Speaker.GUARDIAN ? Character.toLowerCase(letter) : letter)
        + answer.until().map(Instant::toString).orElse("");
  }

  static Map<String, StandingAnswer> read(String text) {
    Map<String, StandingAnswer> answers = new TreeMap<>();
    for (String part : text.split(" ", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals + 1 == part.length()) {
        throw new IllegalStateException("imported answers that nobody wrote");
      }
      String until = part.substring(equals + 2);
      char letter = part.charAt(equals + 1);
      answers.put(part.substring(0, equals),
          new StandingAnswer(answer(Character.toUpperCase(letter)),
              until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until)),
              Character.isLowerCase(letter) ? Speaker.GUARDIAN : Speaker.PERSON));
    }
    return answers;
  }

  private static char letter(Answer answer) {
    return switch (answer) {
      case GIVEN -> 'G';
      case REFUSED -> 'R';
      case WITHDRAWN -> 'W';
      case EXPIRED -> 'E';
      case RENEWED -> 'N';
      case INVALIDATED -> 'I';
      case REQUESTED -> 'Q';
      case DEFERRED -> 'D';
      case UNKNOWN -> throw new IllegalArgumentException("silence has no letter");
    };
  }

  private static Answer answer(char letter) {
    return switch (letter) {
      case 'G' -> Answer.GIVEN;
      case 'R' -> Answer.REFUSED;
      case 'W' -> Answer.WITHDRAWN;
      case 'E' -> Answer.EXPIRED;
      case 'N' -> Answer.RENEWED;
      case 'I' -> Answer.INVALIDATED;
      case 'Q' -> Answer.REQUESTED;
      case 'D' -> Answer.DEFERRED;
      default -> throw new IllegalStateException("imported answers that nobody wrote");
    };
  }
}
