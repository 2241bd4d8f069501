package io.safehand.core.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a log gives a witness, as a small file or an HTTP body (C2SP tlog-witness): the size that the witness saw
 * last, the proof that the log continues it (empty from size 0), and the signed checkpoint.
 */
public record WitnessRequest(long seen, List<Hash> proof, SignedNote note) {
  private static final String OLD = "old ";
  private static final int LONGEST_PROOF = 63;

  public WitnessRequest {
    proof = List.copyOf(proof);
    if (seen < 0 || proof.size() > LONGEST_PROOF) {
      throw new IllegalArgumentException("no negative size, and at most 63 hashes");
    }
  }

  public byte[] bytes() {
    StringBuilder text = new StringBuilder(OLD).append(seen).append('\n');
    proof.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(new String(note.bytes(), UTF_8)).toString().getBytes(UTF_8);
  }

  /** Empty for bytes that {@link #bytes} would not have written. */
  public static Optional<WitnessRequest> parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf("\n\n");
    List<String> lines = List.of(text.substring(0, Math.max(end, 0)).split("\n", -1));
    if (!lines.getFirst().matches(OLD + "(0|[1-9][0-9]{0,17})") || lines.size() > 1 + LONGEST_PROOF) {
      return Optional.empty();
    }
    List<Hash> proof = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Hash.parse(line).ifPresent(proof::add);
    }
    if (proof.size() != lines.size() - 1) {
      return Optional.empty();
    }
    return SignedNote.parse(text.substring(end + 2).getBytes(UTF_8))
        .map(
            note -> new WitnessRequest(Long.parseLong(lines.getFirst().substring(OLD.length())), proof, note))
        .filter(request -> Arrays.equals(request.bytes(), bytes));
  }
}
