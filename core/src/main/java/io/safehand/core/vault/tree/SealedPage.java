package io.safehand.core.vault.tree;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A page as it is stored. Moved to another address, or with another key id, version or suite, it does not open.
 *
 * @param pageKey the id of the key that seals it: of the root for the top page
 * @param version 1 when the page is new, one more each time it is written
 * @param sealed nonce, ciphertext and tag, {@value #SEALED_BYTES} bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // stored as it is; compared by content below
public record SealedPage(PageAddress address, Suite suite, KeyId pageKey, long version, byte[] sealed) {
  public static final int SEALED_BYTES = OpenPage.BYTES + SecretBox.OVERHEAD_BYTES;
  static final int FORMAT = 1;
  private static final int CONTEXT_BYTES = 1 + 1 + 16 + 16 + 1 + 4 + KeyId.BYTES + 8;

  public SealedPage {
    if (sealed.length != SEALED_BYTES || version < 1) {
      throw new FormatRefused("a key page is " + SEALED_BYTES + " bytes and its version 1 or more");
    }
  }

  /** The associated data: format | suite | company | tree | level | number | page key id | version, big-endian. */
  static byte[] context(PageAddress address, Suite suite, KeyId pageKey, long version) {
    ByteBuffer to = ByteBuffer.allocate(CONTEXT_BYTES);
    to.put((byte) FORMAT).put((byte) suite.number());
    to.putLong(address.tree().company().value().getMostSignificantBits());
    to.putLong(address.tree().company().value().getLeastSignificantBits());
    to.putLong(address.tree().tree().value().getMostSignificantBits());
    to.putLong(address.tree().tree().value().getLeastSignificantBits());
    to.put((byte) address.level()).putInt(address.number());
    pageKey.write(to);
    return to.putLong(version).array();
  }

  byte[] context() {
    return context(address, suite, pageKey, version);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedPage page && address.equals(page.address) && suite == page.suite
        && pageKey.equals(page.pageKey) && version == page.version && Arrays.equals(sealed, page.sealed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(address, pageKey, version);
  }

  @Override
  public String toString() {
    return "page " + address.number() + " of level " + address.level() + " version " + version;
  }
}
