package io.safehand.server.base.signin;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A device with one passkey (ES256), with its browser: answers honestly or not, as WebAuthn writes it. */
final class Device {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int NEW_KEY = 0x40;

  private final KeyPair keys = draw();
  private final byte[] credential = new byte[16];
  private String user = "";
  int counter = 1;
  boolean verifies = true;

  Device() {
    new SecureRandom().nextBytes(credential);
  }

  /** What it answers to a request to make a passkey. */
  String make(String request, Origin origin) {
    Json.Object asked = Json.parse(request.getBytes(StandardCharsets.UTF_8)).asObject();
    user = asked.object("user").text("id");
    byte[] data = clientData("webauthn.create", asked.text("challenge"), origin);
    return answer(Json.object()
        .with("clientDataJSON", base64(data))
        .with("attestationObject", base64(attestation(authenticatorData(origin, NEW_KEY, newKey())))));
  }

  /** What it answers to a request to show it. */
  String show(String request, Origin origin) {
    return show(Json.parse(request.getBytes(StandardCharsets.UTF_8)).asObject().text("challenge"), origin,
        user);
  }

  String show(String challenge, Origin origin, String userHandle) {
    counter++;
    byte[] data = clientData("webauthn.get", challenge, origin);
    byte[] authenticator = authenticatorData(origin, 0, new byte[0]);
    return answer(Json.object()
        .with("clientDataJSON", base64(data))
        .with("authenticatorData", base64(authenticator))
        .with("signature", base64(sign(authenticator, Sha256.of(data))))
        .with("userHandle", userHandle));
  }

  private String answer(Json.Object response) {
    return new String(Json.object()
        .with("id", base64(credential))
        .with("rawId", base64(credential))
        .with("type", "public-key")
        .with("clientExtensionResults", Json.object())
        .with("response", response)
        .canonical(), StandardCharsets.UTF_8);
  }

  private static byte[] clientData(String type, String challenge, Origin origin) {
    return Json.object()
        .with("type", type)
        .with("challenge", challenge)
        .with("origin", origin.address())
        .with("crossOrigin", false)
        .canonical();
  }

  private byte[] authenticatorData(Origin origin, int more, byte[] key) {
    int flags = PRESENT | more | (verifies ? VERIFIED : 0);
    return ByteBuffer.allocate(37 + key.length)
        .put(Sha256.of(origin.host()))
        .put((byte) flags)
        .putInt(counter)
        .put(key)
        .array();
  }

  /** Make of the device (none), credential, and the public key in COSE. */
  private byte[] newKey() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[16]);
    bytes.writeBytes(new byte[]{0, (byte) credential.length});
    bytes.writeBytes(credential);
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    bytes.writeBytes(new byte[]{(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    bytes.writeBytes(fixed(key.getW().getAffineX()));
    bytes.writeBytes(new byte[]{0x22, 0x58, 32});
    bytes.writeBytes(fixed(key.getW().getAffineY()));
    return bytes.toByteArray();
  }

  /** CBOR: {"fmt": "none", "attStmt": {}, "authData": …}. */
  private static byte[] attestation(byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xa3);
    text(bytes, "fmt");
    text(bytes, "none");
    text(bytes, "attStmt");
    bytes.write(0xa0);
    text(bytes, "authData");
    bytes.writeBytes(new byte[]{0x58, (byte) data.length});
    bytes.writeBytes(data);
    return bytes.toByteArray();
  }

  private static void text(ByteArrayOutputStream to, String text) {
    to.write(0x60 + text.length());
    to.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
    return fixed;
  }

  private byte[] sign(byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair draw() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
