package io.safehand.core.handover.consent;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * Who handles the information, how, and what the person can do.
 *
 * @param handler name of the company
 * @param log origin of its log; the house that owns it signs the receipt
 * @param recipients names of those who get it from the handler
 * @param receiverChanged whether the consent is about another company becoming the handler
 * @param assessment reference of the impact assessment, where there is one
 */
public record Handling(String handler, String log, List<String> recipients, boolean receiverChanged,
    List<String> collection, List<String> processing, String storage, List<String> withdrawal,
    List<String> rights, Optional<String> assessment) {
  public Handling {
    recipients = List.copyOf(recipients);
    collection = List.copyOf(collection);
    processing = List.copyOf(processing);
    withdrawal = List.copyOf(withdrawal);
    rights = List.copyOf(rights);
    Allowed.name(handler);
    Allowed.name(log);
    recipients.forEach(Allowed::name);
    List.of(collection, processing, withdrawal, rights).forEach(Allowed::codes);
    Allowed.code(storage);
    assessment.ifPresent(Allowed::code);
    if (withdrawal.isEmpty() || receiverChanged && recipients.isEmpty()) {
      throw new IllegalArgumentException("a consent can be withdrawn, and another receiver has a name");
    }
  }

  Json.Object json() {
    Json.Object json = Json.object()
        .with("name", handler)
        .with("log", log)
        .with("recipients", Codes.json(recipients))
        .with("receiverChanged", receiverChanged)
        .with("collection", Codes.json(collection))
        .with("processing", Codes.json(processing))
        .with("storage", storage)
        .with("withdrawal", Codes.json(withdrawal))
        .with("rights", Codes.json(rights));
    return assessment.map(reference -> json.with("assessment", reference)).orElse(json);
  }

  static Handling of(Json.Object json) {
    json.only("name", "log", "recipients", "receiverChanged", "collection", "processing", "storage",
        "withdrawal", "rights", "assessment");
    Codes codes = new Codes(json);
    Optional<String> assessment = json.has("assessment")
        ? Optional.of(json.text("assessment"))
        : Optional.empty();
    return new Handling(json.text("name"), json.text("log"), codes.texts("recipients"),
        json.bool("receiverChanged"), codes.texts("collection"), codes.texts("processing"),
        json.text("storage"), codes.texts("withdrawal"), codes.texts("rights"), assessment);
  }
}
