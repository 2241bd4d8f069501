package io.safehand.core.ledger.tree;

import io.safehand.core.hash.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * RFC 6962 section 2.1 with SHA-256: a leaf is H(0 | data), a node is H(1 | left | right), the empty tree is H().
 *
 * <p>One for each thread: it keeps its digest and buffer. The forms that write into an array allocate nothing.
 */
public final class Hashing {
  private static final byte LEAF = 0;
  private final MessageDigest sha256;
  private final byte[] node = new byte[1 + 2 * Hash.BYTES];

  public Hashing() {
    sha256 = Sha256.digest();
    node[0] = 1;
  }

  public Hash leaf(byte[] data) {
    byte[] hash = new byte[Hash.BYTES];
    leaf(data, 0, data.length, hash, 0);
    return Hash.of(hash);
  }

  public void leaf(byte[] data, int from, int length, byte[] out, int at) {
    sha256.update(LEAF);
    sha256.update(data, from, length);
    finish(out, at);
  }

  public Hash node(Hash left, Hash right) {
    byte[] hash = new byte[Hash.BYTES];
    left.write(node, 1);
    right.write(node, 1 + Hash.BYTES);
    sha256.update(node, 0, node.length);
    finish(hash, 0);
    return Hash.of(hash);
  }

  /** The output may be one of the inputs. */
  public void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int at) {
    System.arraycopy(left, leftAt, node, 1, Hash.BYTES);
    System.arraycopy(right, rightAt, node, 1 + Hash.BYTES, Hash.BYTES);
    sha256.update(node, 0, node.length);
    finish(out, at);
  }

  /** The root of a tree without leaves. */
  public Hash empty() {
    return Hash.of(sha256.digest());
  }

  private void finish(byte[] out, int at) {
    try {
      sha256.digest(out, at, Hash.BYTES);
    } catch (DigestException tooSmall) {
      throw new IllegalArgumentException("no room for 32 bytes", tooSmall);
    }
  }
}
