package io.safehand.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.Hashing;
import io.safehand.core.ledger.tree.InclusionProof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Proof that one line lies in a log: index, path and signed checkpoint in one small text (C2SP tlog-proof).
 *
 * <p>It holds neither the line nor a verdict on the signatures: judge the note with a
 * {@link io.safehand.core.ledger.note.Trust}, then ask {@link #proves}.
 */
public record LineProof(long index, List<Hash> path, SignedNote note) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final int LONGEST_PATH = 63;

  public LineProof {
    path = List.copyOf(path);
  }

  /** True if this line lies at the index of the log that the note's checkpoint describes. */
  public boolean proves(byte[] line) {
    Optional<Checkpoint> checkpoint = note.unverifiedCheckpoint();
    return checkpoint.isPresent() && new InclusionProof(index, checkpoint.get().size(), path)
        .proves(new Hashing().leaf(line), checkpoint.get().root());
  }

  public byte[] bytes() {
    StringBuilder text = new StringBuilder(HEADER).append('\n').append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(new String(note.bytes(), UTF_8)).toString().getBytes(UTF_8);
  }

  /** Empty for bytes that {@link #bytes} would not have written; the format's optional extra line is not taken. */
  public static Optional<LineProof> parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    List<String> lines = List.of(text.substring(0, end).split("\n", -1));
    boolean headed = lines.size() >= 2 && lines.size() <= 2 + LONGEST_PATH && lines.getFirst().equals(HEADER)
        && lines.get(1).matches(INDEX + "(0|[1-9][0-9]{0,17})");
    Optional<List<Hash>> path = headed ? hashes(lines.subList(2, lines.size())) : Optional.empty();
    Optional<SignedNote> note = SignedNote.parse(text.substring(end + 2).getBytes(UTF_8));
    if (path.isEmpty() || note.isEmpty()) {
      return Optional.empty();
    }
    long index = Long.parseLong(lines.get(1).substring(INDEX.length()));
    return Optional.of(new LineProof(index, path.get(), note.get()))
        .filter(proof -> Arrays.equals(proof.bytes(), bytes));
  }

  /** All the lines as hashes, or empty if one of them is none. */
  static Optional<List<Hash>> hashes(List<String> lines) {
    List<Hash> hashes = new ArrayList<>();
    for (String line : lines) {
      Optional<Hash> hash = Hash.parse(line);
      if (hash.isEmpty()) {
        return Optional.empty();
      }
      hashes.add(hash.get());
    }
    return Optional.of(hashes);
  }
}
