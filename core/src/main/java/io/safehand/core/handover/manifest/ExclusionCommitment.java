package io.safehand.core.handover.manifest;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Says that somebody was left out, without saying who. With the salt, which only the seller and the person get, it can be opened.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ExclusionCommitment(String hex) implements Comparable<ExclusionCommitment> {
  public static final int SALT_BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
  private static final byte[] LABEL = "safehand exclusion 1\n".getBytes(StandardCharsets.US_ASCII);

  public ExclusionCommitment {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("a commitment is 64 lower-case hexadecimal digits");
    }
  }

  /**
   * SHA-256 over label, salt, person id and reason.
   *
   * @param salt 16 random bytes, for this person alone
   * @param reason stable code
   */
  public static ExclusionCommitment to(byte[] salt, PersonId person, String reason) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 16 bytes");
    }
    ByteBuffer id = ByteBuffer.allocate(PersonId.BYTES);
    person.write(id);
    return new ExclusionCommitment(
        Sha256.hex(LABEL, salt, id.array(), reason.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public int compareTo(ExclusionCommitment other) {
    return hex.compareTo(other.hex);
  }
}
