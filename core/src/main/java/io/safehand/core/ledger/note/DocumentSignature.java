package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.tree.StrictBase64;
import java.nio.ByteBuffer;

/**
 * A house's signature of a document such as a manifest, receipt or certificate: Ed25519 and ML-DSA-65, base64.
 *
 * <p>What is signed begins with the kind of document, so none can pass for another kind, nor for a checkpoint.
 */
public record DocumentSignature(String signer, String ed25519, String mlDsa65) {
  private static final String PREFIX = "safehand document v1\n";

  public DocumentSignature {
    if (!NoteSignature.isKeyName(signer) || StrictBase64.decode(ed25519).isEmpty()
        || StrictBase64.decode(mlDsa65).isEmpty()) {
      throw new IllegalArgumentException("not a name and two signatures");
    }
  }

  /** Refuses anything but the members that {@link #toJson} writes, with {@link JsonRefused}. */
  public static DocumentSignature read(Json.Object json) {
    json.only("signer", "ed25519", "mlDsa65");
    try {
      return new DocumentSignature(json.text("signer"), json.text("ed25519"), json.text("mlDsa65"));
    } catch (IllegalArgumentException refused) {
      throw new JsonRefused("not a name and two signatures");
    }
  }

  public Json.Object toJson() {
    return Json.object().with("signer", signer).with("ed25519", ed25519).with("mlDsa65", mlDsa65);
  }

  /** True if the signer is the house that signs the log of this origin. */
  public boolean isOfOwner(String origin) {
    return TrustedKey.owns(signer, origin);
  }

  byte[] of(SigningAlgorithm algorithm) {
    return StrictBase64.decode(switch (algorithm) {
      case ED25519 -> ed25519;
      case ML_DSA_65 -> mlDsa65;
    }).orElseThrow();
  }

  /** The kind is lower-case letters, digits, dots and hyphens: a newline in it would blur where it ends. */
  static byte[] message(String kind, byte[] document) {
    if (!kind.matches("[a-z0-9.-]{1,64}")) {
      throw new IllegalArgumentException("not a kind of document");
    }
    byte[] head = (PREFIX + kind + "\n").getBytes(US_ASCII);
    return ByteBuffer.allocate(head.length + document.length).put(head).put(document).array();
  }
}
