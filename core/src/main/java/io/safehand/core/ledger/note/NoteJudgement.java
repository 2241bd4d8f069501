package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One note judged by the trusted keys. */
final class NoteJudgement {
  private static final int TIME_BYTES = 8;
  /** The last second that an Instant can hold. */
  private static final long LAST_SECOND = Instant.MAX.getEpochSecond();
  private final Trust trust;
  private final SignedNote note;
  private final Checkpoint checkpoint;
  private final Map<String, Set<SigningAlgorithm>> verified = new HashMap<>();
  private final List<NoteVerdict.Cosignature> witnesses = new ArrayList<>();

  NoteJudgement(Trust trust, SignedNote note, Checkpoint checkpoint) {
    this.trust = trust;
    this.note = note;
    this.checkpoint = checkpoint;
  }

  NoteVerdict verdict() {
    if (trust.keys().stream().noneMatch(this::isOwner)) {
      return new NoteVerdict.Refused(SignatureRefusal.UNKNOWN_SIGNER, checkpoint.origin());
    }
    for (NoteSignature signature : note.signatures()) {
      for (TrustedKey key : trust.keys()) {
        if (key.made(signature) && !counted(key, signature)) {
          return new NoteVerdict.Refused(SignatureRefusal.WRONG, key.name());
        }
      }
    }
    Set<SigningAlgorithm> all = EnumSet.allOf(SigningAlgorithm.class);
    return verified.keySet()
        .stream()
        .filter(house -> all.equals(verified.get(house)))
        .findFirst()
        .<NoteVerdict>map(house -> new NoteVerdict.Accepted(checkpoint, house, witnesses))
        .orElse(new NoteVerdict.Refused(SignatureRefusal.MISSING, checkpoint.origin()));
  }

  private boolean isOwner(TrustedKey key) {
    return key.role() == SignerRole.HOUSE && key.owns(checkpoint.origin());
  }

  private boolean counted(TrustedKey key, NoteSignature signature) {
    return switch (key.role()) {
      case HOUSE -> house(key, signature);
      case WITNESS -> witness(key, signature);
    };
  }

  private boolean house(TrustedKey key, NoteSignature signature) {
    if (!key.verifies(note.text().getBytes(UTF_8), signature.signature())) {
      return false;
    }
    if (isOwner(key)) {
      verified.computeIfAbsent(key.name(), name -> EnumSet.noneOf(SigningAlgorithm.class))
          .add(key.algorithm());
    }
    return true;
  }

  private boolean witness(TrustedKey key, NoteSignature signature) {
    byte[] timed = signature.signature();
    if (timed.length < TIME_BYTES) {
      return false;
    }
    long seconds = ByteBuffer.wrap(timed).getLong();
    boolean good = seconds >= 0 && seconds <= LAST_SECOND && key
        .verifies(Trust.cosigned(seconds, note.text()), Arrays.copyOfRange(timed, TIME_BYTES, timed.length));
    if (good) {
      witnesses.add(new NoteVerdict.Cosignature(key.name(), Instant.ofEpochSecond(seconds)));
    }
    return good;
  }
}
