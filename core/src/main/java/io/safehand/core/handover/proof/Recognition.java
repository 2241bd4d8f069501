package io.safehand.core.handover.proof;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells what lies at a path, by what it looks like and before anything of it is believed. */
record Recognition(Path path) {
  static final int SMALL_FILE = 1 << 22;

  Subject subject() throws IOException {
    if (Files.isDirectory(path)) {
      return folder();
    }
    if (!Files.isRegularFile(path)) {
      throw new HandoverRefused(Fault.NOTHING_THERE, name());
    }
    return file(content());
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  byte[] content() throws IOException {
    if (Files.size(path) > SMALL_FILE) {
      throw new HandoverRefused(Fault.KIND_UNKNOWN, name());
    }
    return Files.readAllBytes(path);
  }

  private Subject folder() {
    if (hasAny("pack.json")) {
      return Subject.EVIDENCE;
    }
    if (hasAny("manifest.json", "signatures.json", "keys.age", "data-0001.age")) {
      return Subject.PACKAGE;
    }
    return hasAny("checkpoint") ? Subject.LEDGER : Subject.UNKNOWN;
  }

  private boolean hasAny(String... names) {
    return Stream.of(names).anyMatch(name -> Files.exists(path.resolve(name)));
  }

  private static Subject file(byte[] content) {
    if (content.length > 0 && content[0] != '{') {
      boolean note = SignedNote.parse(content).isPresent();
      return note ? Subject.CHECKPOINT : Subject.UNKNOWN;
    }
    try {
      return paper(Json.parse(content).asObject().text("format"));
    } catch (JsonRefused malformed) {
      return damagedPaper(new String(content, StandardCharsets.UTF_8));
    }
  }

  private static Subject paper(String format) {
    return switch (format) {
      case Receipt.FORMAT -> Subject.RECEIPT;
      case Certificate.FORMAT -> Subject.CERTIFICATE;
      case ConsentReceipt.FORMAT -> Subject.CONSENT;
      default -> Subject.UNKNOWN;
    };
  }

  /** A paper that was damaged still says what it was meant to be, and then it is bad, not unknown. */
  private static Subject damagedPaper(String text) {
    List<String> formats = List.of(Receipt.FORMAT, Certificate.FORMAT, ConsentReceipt.FORMAT);
    return formats.stream()
        .filter(text::contains)
        .findFirst()
        .map(Recognition::paper)
        .orElse(Subject.UNKNOWN);
  }
}
