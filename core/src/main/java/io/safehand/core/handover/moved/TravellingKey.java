package io.safehand.core.handover.moved;

import io.safehand.core.person.GroupName;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key of one person that goes to the buyer: the data key where every group may go, else one key for each permitted group.
 *
 * <p>Prints {@code •••}; {@link #close()} overwrites it. It keeps the array it was given.
 */
public final class TravellingKey implements AutoCloseable {
  public static final int BYTES = 32;

  private final Optional<GroupName> group;
  private final byte[] key;

  private TravellingKey(Optional<GroupName> group, byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a travelling key has 32 bytes");
    }
    this.group = group;
    this.key = key;
  }

  /** Opens every group of the person. */
  public static TravellingKey ofAllGroups(byte[] dataKey) {
    return new TravellingKey(Optional.empty(), dataKey);
  }

  /** Opens one group of the person. */
  public static TravellingKey ofGroup(GroupName group, byte[] groupKey) {
    return new TravellingKey(Optional.of(group), groupKey);
  }

  /** The group it opens, or empty for all of them. */
  public Optional<GroupName> group() {
    return group;
  }

  /** The 32 secret bytes themselves, not a copy. */
  public byte[] exposed() {
    return key;
  }

  public boolean opens(GroupName name) {
    return group.isEmpty() || group.get().equals(name);
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravellingKey that && group.equals(that.group) && MessageDigest.isEqual(key, that.key);
  }

  @Override
  public int hashCode() {
    return group.hashCode();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
