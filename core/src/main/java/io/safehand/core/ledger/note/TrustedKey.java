package io.safehand.core.ledger.note;

import io.safehand.core.hash.Sha256;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.tree.StrictBase64;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * A public key, whose it is and for what it is trusted. The key is raw: 32 bytes of Ed25519, 1952 of ML-DSA-65.
 *
 * <p>Refused: a name that cannot stand in a note, a key of another length, a witness key that is not Ed25519.
 */
public record TrustedKey(String name, SigningAlgorithm algorithm, SignerRole role, String publicKey) {
  private static final byte ED25519_NOTE = 0x01;
  private static final byte ED25519_COSIGNATURE = 0x04;
  private static final byte UNASSIGNED = (byte) 0xff;
  private static final String ML_DSA_65_NOTE = "safehand/ml-dsa-65/v1";

  public TrustedKey {
    boolean length = StrictBase64.decode(publicKey)
        .filter(key -> key.length == algorithm.publicKeyBytes())
        .isPresent();
    if (!NoteSignature.isKeyName(name) || !length) {
      throw new IllegalArgumentException("not a name and a public key of its algorithm");
    }
    if (role == SignerRole.WITNESS && algorithm != SigningAlgorithm.ED25519) {
      throw new IllegalArgumentException("a witness signs with Ed25519");
    }
  }

  static TrustedKey read(Json.Object json) {
    json.only("name", "algorithm", "role", "publicKey");
    SigningAlgorithm algorithm = SigningAlgorithm.ofCode(json.text("algorithm"))
        .orElseThrow(() -> new JsonRefused("algorithm is not known"));
    SignerRole role = SignerRole.ofCode(json.text("role"))
        .orElseThrow(() -> new JsonRefused("role is not known"));
    try {
      return new TrustedKey(json.text("name"), algorithm, role, json.text("publicKey"));
    } catch (IllegalArgumentException refused) {
      throw new JsonRefused("not a name and a public key of its algorithm and role");
    }
  }

  Json.Object toJson() {
    return Json.object()
        .with("name", name)
        .with("algorithm", algorithm.code())
        .with("role", role.code())
        .with("publicKey", publicKey);
  }

  /** True only for a signature over exactly these bytes; false for anything malformed. */
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != algorithm.signatureBytes()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(algorithm.code());
      verifier.initVerify(KeyFactory.getInstance(algorithm.code())
          .generatePublic(new X509EncodedKeySpec(algorithm.publicKeyInfo(raw()))));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("this Java platform lacks " + algorithm.code(), absent);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** SHA-256 over algorithm, newline and key, in hexadecimal: for people who compare keys by voice. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Sha256.of((algorithm.code() + "\n").getBytes(US_ASCII), raw()));
  }

  /** The four bytes that name this key in a note. */
  int keyId() {
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.writeBytes((name + "\n").getBytes(UTF_8));
    switch (algorithm) {
      case ED25519 -> named.write(role == SignerRole.WITNESS ? ED25519_COSIGNATURE : ED25519_NOTE);
      case ML_DSA_65 -> {
        named.write(UNASSIGNED);
        named.writeBytes(ML_DSA_65_NOTE.getBytes(US_ASCII));
      }
    }
    return ByteBuffer.wrap(Sha256.of(named.toByteArray(), raw())).getInt();
  }

  boolean made(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == keyId();
  }

  /** A house signs for the origin that is its name, and for all that lie below it. */
  boolean owns(String origin) {
    return owns(name, origin);
  }

  static boolean owns(String house, String origin) {
    return origin.equals(house) || origin.startsWith(house + "/");
  }

  private byte[] raw() {
    return StrictBase64.decode(publicKey).orElseThrow();
  }
}
