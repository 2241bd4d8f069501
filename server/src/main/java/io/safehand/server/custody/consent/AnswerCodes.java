package io.safehand.server.custody.consent;

import io.safehand.core.rules.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The compact text of imported answers: {@code marketing=G profiling=R}, purposes in order, unknown left out. The
 * consent of a guardian is written as a purpose of the name that {@link EventRows#GUARDIAN} gives it.
 */
final class AnswerCodes {
  private AnswerCodes() {}

  static String write(ImportedAnswers person) {
    Map<String, Answer> answers = new TreeMap<>();
    person.answers().forEach((purpose, answer) -> answers.put(purpose.code(), answer));
    if (person.guardian()) {
      answers.put(EventRows.GUARDIAN, Answer.GIVEN);
    }
    return answers.entrySet()
        .stream()
        .filter(entry -> entry.getValue() != Answer.UNKNOWN)
        .map(entry -> entry.getKey() + "=" + letter(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  static Map<String, Answer> read(String text) {
    Map<String, Answer> answers = new TreeMap<>();
    for (String part : text.split(" ", -1)) {
      int equals = part.length() - 2;
      if (equals < 1 || part.charAt(equals) != '=') {
        throw new IllegalStateException("imported answers that nobody wrote");
      }
      answers.put(part.substring(0, equals), answer(part.charAt(equals + 1)));
    }
    return answers;
  }

  private static char letter(Answer answer) {
    return switch (answer) {
      case GIVEN -> 'G';
      case REFUSED -> 'R';
      case WITHDRAWN -> 'W';
      case EXPIRED -> 'E';
      case UNKNOWN -> throw new IllegalArgumentException("silence has no letter");
    };
  }

  private static Answer answer(char letter) {
    return switch (letter) {
      case 'G' -> Answer.GIVEN;
      case 'R' -> Answer.REFUSED;
      case 'W' -> Answer.WITHDRAWN;
      case 'E' -> Answer.EXPIRED;
      default -> throw new IllegalStateException("imported answers that nobody wrote");
    };
  }
}
