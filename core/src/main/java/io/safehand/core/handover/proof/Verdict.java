package io.safehand.core.handover.proof;

import io.safehand.core.handover.Finding;
import io.safehand.core.json.Json;
import java.util.List;
import java.util.Optional;

/** What the verifier says. It is good only for what was checked. */
public sealed interface Verdict {
  Subject subject();

  /** Everything that was checked holds; what was not checked is listed too, and is part of the verdict. */
  record Good(Subject subject, List<Note> checked, List<Note> unchecked) implements Verdict {
    public Good {
      checked = List.copyOf(checked);
      unchecked = List.copyOf(unchecked);
    }
  }

  /** This is wrong, and is the first thing that is. */
  record Bad(Subject subject, Finding first) implements Verdict {}

  /** Nothing can be said: something needed was not given, or is of an unknown version. */
  record Unjudged(Subject subject, Finding missing) implements Verdict {}

  /** The stable form for scripts. */
  default Json.Object json() {
    return switch (this) {
      case Good good -> json(good.subject, "good", Optional.empty(), good.checked, good.unchecked);
      case Bad bad -> json(bad.subject, "bad", Optional.of(bad.first), List.of(), List.of());
      case Unjudged unjudged ->
        json(unjudged.subject, "cannot_judge", Optional.of(unjudged.missing), List.of(), List.of());
    };
  }

  private static Json.Object json(Subject subject, String verdict, Optional<Finding> finding,
      List<Note> checked, List<Note> unchecked) {
    Json.Object json = Json.object().with("subject", subject.code()).with("verdict", verdict);
    if (finding.isPresent()) {
      json = json.with("fault", finding.get().fault().code()).with("where", finding.get().subject());
    }
    return json.with("checked", Json.array(checked.stream().map(Verdict::json).toList()))
        .with("unchecked", Json.array(unchecked.stream().map(Verdict::json).toList()));
  }

  private static Json.Object json(Note note) {
    return Json.object()
        .with("code", note.code())
        .with("values", Json.array(note.values().stream().map(Json::text).toList()));
  }
}
