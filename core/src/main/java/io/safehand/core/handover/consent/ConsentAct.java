package io.safehand.core.handover.consent;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was said, by whom and how.
 *
 * @param at when it was said
 * @param recorded when it was recorded
 * @param validUntil when a given answer runs out by itself
 * @param entity {@code person} or {@code guardian}
 * @param type {@code expressed}, {@code explicitly-expressed}, or {@code unstated} of an import that does not say
 * @param state what stood after it, as docs/formats/consent-receipt.md lists the states
 * @param method how it was said; {@code unstated} of an import that does not say
 * @param surface through what it came in
 * @param separate whether it was asked and answered apart from everything else
 * @param provenance where it is on record
 */
public record ConsentAct(Instant at, Instant recorded, Optional<Instant> validUntil, String entity,
    String type, String state, String method, String surface, boolean separate, String provenance) {
  private static final Set<String> ENTITIES = Set.of("person", "guardian");
  private static final Set<String> TYPES = Set.of("expressed", "explicitly-expressed", "unstated");
  private static final Set<String> METHODS = Set.of("accept", "refuse", "save", "acknowledge", "phone",
      "paper", "counter", "unstated");
  private static final Set<String> SURFACES = Set.of("portal", "staff", "api", "import");

  public ConsentAct {
    Allowed.oneOf(ENTITIES, entity);
    Allowed.oneOf(TYPES, type);
    Allowed.oneOf(Vocabulary.STATES.keySet(), state);
    Allowed.oneOf(METHODS, method);
    Allowed.oneOf(SURFACES, surface);
    Allowed.code(provenance);
    if (method.equals("unstated") && !surface.equals("import")) {
      throw new IllegalArgumentException("only an import may leave open how it was said");
    }
  }

  Json.Object json() {
    Json.Object json = Json.object()
        .with("at", at.toString())
        .with("recorded", recorded.toString())
        .with("entity", entity)
        .with("type", type)
        .with("state", Optional.ofNullable(Vocabulary.STATES.get(state)).orElseThrow())
        .with("method", method)
        .with("surface", surface)
        .with("separate", separate)
        .with("provenance", provenance);
    return validUntil.map(until -> json.with("validUntil", until.toString())).orElse(json);
  }

  static ConsentAct of(Json.Object json) {
    json.only("at", "recorded", "validUntil", "entity", "type", "state", "method", "surface", "separate",
        "provenance");
    Codes codes = new Codes(json);
    Optional<Instant> until = json.has("validUntil")
        ? Optional.of(codes.instant("validUntil"))
        : Optional.empty();
    return new ConsentAct(codes.instant("at"), codes.instant("recorded"), until, json.text("entity"),
        json.text("type"), state(json.text("state")), json.text("method"), json.text("surface"),
        json.bool("separate"), json.text("provenance"));
  }

  private static String state(String term) {
    return Vocabulary.STATES.entrySet()
        .stream()
        .filter(state -> state.getValue().equals(term))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new JsonRefused("state is not known"));
  }
}
