package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;

/**
 * Who was destroyed, without saying who.
 *
 * @param before people before the destruction
 * @param destroyed people of whom nothing is left that opens
 * @param commitments RFC 6962 root over their salted commitments in ascending order; the list is in the evidence folder
 */
public record Destroyed(long before, long destroyed, String commitments) {
  Json.Object json() {
    return Json.object().with("before", before).with("destroyed", destroyed).with("commitments", commitments);
  }

  static Destroyed of(Json.Object json) {
    json.only("before", "destroyed", "commitments");
    Codes codes = new Codes(json);
    return new Destroyed(codes.count("before"), codes.count("destroyed"), codes.hash("commitments"));
  }
}
