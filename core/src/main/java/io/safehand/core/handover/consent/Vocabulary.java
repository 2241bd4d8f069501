package io.safehand.core.handover.consent;

import io.safehand.core.json.Json;
import java.util.List;
import java.util.Map;

/** How the members are called in JSON-LD: DPV where it has a term, else our own namespace. Part of the format. */
final class Vocabulary {
  static final String SCHEMA = "ISO/IEC TS 27560:2023";
  static final String PROFILE = "record-cn-pipl";
  static final String TYPE = "dpv:ConsentReceipt";
  static final Json.Object CONTEXT = terms();

  /** The states, by the code that the product uses. */
  static final Map<String, String> STATES = Map.of("UNKNOWN", "dpv:ConsentUnknown", "REQUESTED",
      "dpv:ConsentRequested", "DEFERRED", "dpv:ConsentRequestDeferred", "REFUSED", "dpv:ConsentRefused",
      "GIVEN", "dpv:ConsentGiven", "RENEWED", "dpv:RenewedConsentGiven", "EXPIRED", "dpv:ConsentExpired",
      "INVALIDATED", "dpv:ConsentInvalidated", "WITHDRAWN", "dpv:ConsentWithdrawn");

  private Vocabulary() {}

  private static Json.Object terms() {
    Json.Object terms = Json.object()
        .with("@vocab", "urn:safehand:consent-receipt:1#")
        .with("dct", "http://purl.org/dc/terms/")
        .with("dpv", "https://w3id.org/dpv#");
    for (List<String> term : List.of(List.of("id", "dct:identifier"), List.of("schema", "dct:conformsTo"),
        List.of("person", "dpv:hasDataSubject"), List.of("notice", "dpv:hasNotice"),
        List.of("purpose", "dpv:hasPurpose"), List.of("basis", "dpv:hasLegalBasis"),
        List.of("information", "dpv:hasPersonalData"), List.of("handler", "dpv:hasDataController"),
        List.of("recipients", "dpv:hasRecipient"), List.of("jurisdiction", "dpv:hasJurisdiction"),
        List.of("rights", "dpv:hasRight"), List.of("entity", "dpv:isIndicatedBy"),
        List.of("method", "dpv:hasIndicationMethod"), List.of("at", "dpv:isIndicatedAtTime"))) {
      terms = terms.with(term.get(0), term.get(1));
    }
    return terms.with("state", Json.object().with("@id", "dpv:hasConsentStatus").with("@type", "@vocab"));
  }
}
