package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.ledger.tree.TreeEdge;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The commitments to everybody left out, ascending, so that their order tells nothing. The manifest has their count and RFC 6962 root, each leaf being the 32 bytes; the list itself lies in {@code audit/excluded.txt}, one hexadecimal line each.
 */
final class Exclusions {
  private static final int LINE = 65;
  private final List<ExclusionCommitment> commitments;

  /** Refuses a commitment that stands twice. */
  Exclusions(List<ExclusionCommitment> unordered) {
    List<ExclusionCommitment> ordered = new ArrayList<>(unordered);
    ordered.sort(null);
    for (int at = 1; at < ordered.size(); at++) {
      if (ordered.get(at).equals(ordered.get(at - 1))) {
        throw new IllegalArgumentException("a commitment to an exclusion stands twice");
      }
    }
    this.commitments = ordered;
  }

  byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream(commitments.size() * LINE);
    for (ExclusionCommitment each : commitments) {
      file.writeBytes(each.hex().getBytes(StandardCharsets.US_ASCII));
      file.write('\n');
    }
    return file.toByteArray();
  }

  String root() {
    TreeEdge tree = new TreeEdge();
    for (ExclusionCommitment each : commitments) {
      tree.append(HexFormat.of().parseHex(each.hex()));
    }
    return tree.root().hex();
  }

  int count() {
    return commitments.size();
  }

  /** Refuses anything that {@link #file} would not have written. */
  static Exclusions read(byte[] file) throws HandoverRefused {
    List<ExclusionCommitment> commitments = new ArrayList<>();
    try {
      for (int at = 0; at < file.length; at += LINE) {
        commitments.add(new ExclusionCommitment(new String(file, at, LINE - 1, StandardCharsets.US_ASCII)));
      }
      Exclusions exclusions = new Exclusions(commitments);
      if (Arrays.equals(exclusions.file(), file)) {
        return exclusions;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new HandoverRefused(Fault.MALFORMED, Layout.EXCLUDED, malformed);
    }
    throw new HandoverRefused(Fault.MALFORMED, Layout.EXCLUDED);
  }
}
