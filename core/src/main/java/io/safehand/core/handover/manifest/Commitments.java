package io.safehand.core.handover.manifest;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.ledger.tree.TreeEdge;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a signed paper says of a {@link CommitmentList}.
 *
 * @param root 64 hexadecimal digits
 */
public record Commitments(long count, String root) {
  private static final int LINE = 65;

  /** Reads a list line by line; refuses anything that {@link CommitmentList#file} would not have written. */
  public static Commitments read(String name, ReadableByteChannel file) throws IOException {
    TreeEdge tree = new TreeEdge();
    String last = "";
    try (InputStream lines = new BufferedInputStream(Channels.newInputStream(file))) {
      for (byte[] line = lines.readNBytes(LINE); line.length > 0; line = lines.readNBytes(LINE)) {
        String hex = commitment(line, name);
        if (hex.compareTo(last) <= 0) {
          throw new HandoverRefused(Fault.MALFORMED, name);
        }
        tree.append(HexFormat.of().parseHex(hex));
        last = hex;
      }
    }
    return new Commitments(tree.size(), tree.root().hex());
  }

  private static String commitment(byte[] line, String name) throws HandoverRefused {
    if (line.length < LINE || line[LINE - 1] != '\n') {
      throw new HandoverRefused(Fault.MALFORMED, name);
    }
    try {
      return new ExclusionCommitment(new String(line, 0, LINE - 1, StandardCharsets.US_ASCII)).hex();
    } catch (IllegalArgumentException malformed) {
      throw new HandoverRefused(Fault.MALFORMED, name, malformed);
    }
  }
}
