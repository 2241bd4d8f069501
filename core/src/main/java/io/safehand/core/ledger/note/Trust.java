package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys somebody chose to believe, and the only judge of signatures. The file form is {@code trust.json}; it is
 * never taken from what is to be judged.
 */
public record Trust(List<TrustedKey> keys) {
  private static final long VERSION = 1;

  public Trust {
    keys = List.copyOf(keys);
  }

  /** Reads {@code trust.json}; anything else is refused with {@link JsonRefused}. */
  public static Trust parse(byte[] file) {
    Json.Object json = Json.parse(file).asObject().only("version", "keys");
    if (json.number("version") != VERSION) {
      throw new JsonRefused("the version of the trust file is not known");
    }
    return new Trust(json.array("keys").objects().stream().map(TrustedKey::read).toList());
  }

  /** The file form. */
  public String file() {
    return Json.object()
        .with("version", VERSION)
        .with("keys", keys.stream().map(TrustedKey::toJson).toList())
        .pretty();
  }

  /** These keys and those. */
  public Trust with(Collection<TrustedKey> more) {
    List<TrustedKey> all = new ArrayList<>(keys);
    more.stream().filter(key -> !all.contains(key)).forEach(all::add);
    return new Trust(all);
  }

  /**
   * Judges a checkpoint: the house that owns its origin must have signed with every algorithm, and no signature of
   * a key that is trusted may be wrong. Signatures of unknown keys count for nothing.
   */
  public NoteVerdict judge(SignedNote note) {
    Optional<Checkpoint> checkpoint = note.unverifiedCheckpoint();
    return checkpoint.isEmpty()
        ? new NoteVerdict.Refused(SignatureRefusal.MALFORMED, "")
        : new NoteJudgement(this, note, checkpoint.get()).verdict();
  }

  /** Why a house's signature of a document is not to be believed; empty when it is. */
  public Optional<SignatureRefusal> refusal(String kind, byte[] document, DocumentSignature signature) {
    byte[] message = DocumentSignature.message(kind, document);
    List<TrustedKey> house = house(signature.signer());
    if (house.isEmpty()) {
      return Optional.of(SignatureRefusal.UNKNOWN_SIGNER);
    }
    Set<SigningAlgorithm> verified = EnumSet.noneOf(SigningAlgorithm.class);
    for (TrustedKey key : house) {
      if (key.verifies(message, signature.of(key.algorithm()))) {
        verified.add(key.algorithm());
      }
    }
    return verified.equals(EnumSet.allOf(SigningAlgorithm.class))
        ? Optional.empty()
        : Optional.of(SignatureRefusal.WRONG);
  }

  private List<TrustedKey> house(String name) {
    return keys.stream().filter(key -> key.role() == SignerRole.HOUSE && key.name().equals(name)).toList();
  }

  /** Message bytes of a witness's cosignature (C2SP tlog-cosignature, Ed25519). */
  static byte[] cosigned(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
  }
}
