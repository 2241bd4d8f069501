package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.ledger.tree.StrictBase64;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * A house's private keys: one Ed25519 and one ML-DSA-65, always used together. May be used by several threads.
 *
 * <p>Kept by others as a sealed secret of 65 bytes: version 1, then the two seeds. Closing zeroes the seeds; the
 * platform's own key objects live until they are collected.
 */
public final class SigningKeys implements AutoCloseable {
  public static final int SECRET_BYTES = 1 + 2 * SeededKey.SEED_BYTES;
  private static final byte VERSION = 1;
  private final String name;
  private final byte[] secret;
  private final SeededKey ed25519;
  private final SeededKey mlDsa65;

  private SigningKeys(String name, byte[] secret, SecureRandom random) {
    this.name = name;
    this.secret = secret;
    ed25519 = new SeededKey(SigningAlgorithm.ED25519, Arrays.copyOfRange(secret, 1, 33), random);
    mlDsa65 = new SeededKey(SigningAlgorithm.ML_DSA_65, Arrays.copyOfRange(secret, 33, 65), random);
  }

  /** New keys under this name, which begins the origin of every log that they sign. */
  public static SigningKeys generate(String name, SecureRandom random) {
    byte[] seeds = new byte[2 * SeededKey.SEED_BYTES];
    random.nextBytes(seeds);
    byte[] secret = ByteBuffer.allocate(SECRET_BYTES).put(VERSION).put(seeds).array();
    Arrays.fill(seeds, (byte) 0);
    return new SigningKeys(name, secret, random);
  }

  /** The keys of a secret; refuses another length or version. Copies, so the caller may zero what it gave. */
  public static SigningKeys open(String name, byte[] secret, SecureRandom random) {
    if (secret.length != SECRET_BYTES || secret[0] != VERSION) {
      throw new IllegalArgumentException("not a secret of signing keys, version 1");
    }
    return new SigningKeys(name, secret.clone(), random);
  }

  /** A copy of the secret, to be sealed and then zeroed by the caller. */
  public byte[] secret() {
    return secret.clone();
  }

  public String name() {
    return name;
  }

  /** What others have to trust. */
  public List<TrustedKey> trusted() {
    return List.of(ed25519.trusted(name, SignerRole.HOUSE), mlDsa65.trusted(name, SignerRole.HOUSE));
  }

  /** Signs with both keys; refuses a checkpoint of an origin that does not begin with this name. */
  public SignedNote sign(Checkpoint checkpoint) {
    byte[] text = checkpoint.text().getBytes(UTF_8);
    TrustedKey first = ed25519.trusted(name, SignerRole.HOUSE);
    TrustedKey second = mlDsa65.trusted(name, SignerRole.HOUSE);
    if (!first.owns(checkpoint.origin())) {
      throw new IllegalArgumentException("the origin is not below this house");
    }
    return new SignedNote(checkpoint.text(),
        List.of(NoteSignature.of(name, first.keyId(), ed25519.sign(text)),
            NoteSignature.of(name, second.keyId(), mlDsa65.sign(text))));
  }

  /** Signs a document of this kind with both keys. */
  public DocumentSignature sign(String kind, byte[] document) {
    byte[] message = DocumentSignature.message(kind, document);
    return new DocumentSignature(name, StrictBase64.encode(ed25519.sign(message)),
        StrictBase64.encode(mlDsa65.sign(message)));
  }

  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public String toString() {
    return "SigningKeys[" + name + ", •••]";
  }
}
