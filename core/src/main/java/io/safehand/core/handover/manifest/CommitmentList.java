package io.safehand.core.handover.manifest;

import io.safehand.core.ledger.tree.TreeEdge;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Salted commitments to people, ascending, so that their order tells nothing.
 *
 * <p>A signed paper has their count and RFC 6962 root, each leaf being the 32 bytes; the list is a text file, one hexadecimal line each.
 */
public final class CommitmentList {
  private static final int LINE = 65;
  private final List<ExclusionCommitment> commitments;

  /** Refuses a commitment that stands twice. */
  public CommitmentList(List<ExclusionCommitment> unordered) {
    List<ExclusionCommitment> ordered = new ArrayList<>(unordered);
    ordered.sort(null);
    for (int at = 1; at < ordered.size(); at++) {
      if (ordered.get(at).equals(ordered.get(at - 1))) {
        throw new IllegalArgumentException("a commitment stands twice");
      }
    }
    this.commitments = ordered;
  }

  /** Ascending. */
  public List<ExclusionCommitment> commitments() {
    return Collections.unmodifiableList(commitments);
  }

  public byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream(commitments.size() * LINE);
    for (ExclusionCommitment each : commitments) {
      file.writeBytes(each.hex().getBytes(StandardCharsets.US_ASCII));
      file.write('\n');
    }
    return file.toByteArray();
  }

  /** 64 hexadecimal digits. */
  public String root() {
    TreeEdge tree = new TreeEdge();
    for (ExclusionCommitment each : commitments) {
      tree.append(HexFormat.of().parseHex(each.hex()));
    }
    return tree.root().hex();
  }

  public int count() {
    return commitments.size();
  }
}
