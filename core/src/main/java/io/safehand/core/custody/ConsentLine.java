package io.safehand.core.custody;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.StandingAnswer;
import java.time.Instant;
import java.util.Optional;

/** One answer of a moved person as a line of the package: docs/formats/package.md. */
record ConsentLine(PersonId person, Purpose purpose, StandingAnswer answer) {
  private static final String UNTIL = "validUntil";

  Json.Object json() {
    Json.Object line = Json.object()
        .with("person", person.toString())
        .with("purpose", purpose.code())
        .with("answer", answer.answer().name());
    return answer.until().map(until -> line.with(UNTIL, until.toString())).orElse(line);
  }

  static ConsentLine read(Json.Object line) {
    line.only("person", "purpose", "answer", UNTIL);
    Optional<Instant> until = line.has(UNTIL)
        ? Optional.of(new Codes(line).instant(UNTIL))
        : Optional.empty();
    return new ConsentLine(PersonId.parse(line.text("person")), new Purpose(line.text("purpose")),
        new StandingAnswer(Answer.valueOf(line.text("answer")), until));
  }
}
