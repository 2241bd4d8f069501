package io.safehand.core.custody;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
import java.time.Instant;
import java.util.Optional;

/** One answer of a moved person as a line of the package: docs/formats/package.md. */
record ConsentLine(PersonId person, Purpose purpose, StandingAnswer answer) {
  private static final String UNTIL = "validUntil";
  private static final String GUARDIAN = "guardian";

  Json.Object json() {
    Json.Object line = Json.object()
        .with("person", person.toString())
        .with("purpose", purpose.code())
        .with("answer", answer.answer().name());
    Json.Object ended = answer.until().map(until -> line.with(UNTIL, until.toString())).orElse(line);
    return answer.by() == Speaker.GUARDIAN ? ended.with(GUARDIAN, true) : ended;
  }

  static ConsentLine read(Json.Object line) {
    line.only("person", "purpose", "answer", UNTIL, GUARDIAN);
    Optional<Instant> until = line.has(UNTIL)
        ? Optional.of(new Codes(line).instant(UNTIL))
        : Optional.empty();
    if (line.has(GUARDIAN) && !line.bool(GUARDIAN)) {
      throw new JsonRefused("guardian is true or absent");
    }
    Speaker by = line.has(GUARDIAN) ? Speaker.GUARDIAN : Speaker.PERSON;
    return new ConsentLine(PersonId.parse(line.text("person")), new Purpose(line.text("purpose")),
        new StandingAnswer(Answer.valueOf(line.text("answer")), until, by));
  }
}
