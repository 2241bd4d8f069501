package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note). Nothing in it may be used before {@link Trust} has judged it.
 *
 * <p>Read strictly: UTF-8, no control character but newline, 1 to 64 signature lines, at most 1 MiB, nothing after.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_SIGNATURES = 64;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("a note has a text that ends a line, and 1 to 64 signatures");
    }
  }

  /** Empty for bytes that are not a note. */
  public static Optional<SignedNote> parse(byte[] bytes) {
    return bytes.length > LONGEST ? Optional.empty() : utf8(bytes).flatMap(SignedNote::parse);
  }

  private static Optional<SignedNote> parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    boolean framed = blank > 0 && note.endsWith("\n") && note.chars().noneMatch(c -> c < ' ' && c != '\n');
    if (!framed || blank + 2 >= note.length()) {
      return Optional.empty();
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) {
      Optional<NoteSignature> signature = NoteSignature.parse(line);
      if (signature.isEmpty() || signatures.size() == MOST_SIGNATURES) {
        return Optional.empty();
      }
      signatures.add(signature.get());
    }
    return Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  public byte[] bytes() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString().getBytes(UTF_8);
  }

  /** The same text with further signatures, such as those of witnesses. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
    return new SignedNote(text, all);
  }

  /** What the text says, without any judgement of the signatures. */
  public Optional<Checkpoint> unverifiedCheckpoint() {
    return Checkpoint.parse(text);
  }
}
