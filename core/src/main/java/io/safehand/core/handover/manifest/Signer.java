package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * A key that must have signed.
 *
 * @param name name of the house
 * @param algorithm {@code Ed25519} or {@code ML-DSA-65}
 * @param fingerprint SHA-256 of the public key, 64 hexadecimal digits
 */
public record Signer(String name, String algorithm, String fingerprint) {
  Json.Object json() {
    return Json.object().with("name", name).with("algorithm", algorithm).with("fingerprint", fingerprint);
  }

  static Signer of(Json.Object json) {
    json.only("name", "algorithm", "fingerprint");
    return new Signer(json.text("name"), json.text("algorithm"), new Codes(json).hash("fingerprint"));
  }
}
