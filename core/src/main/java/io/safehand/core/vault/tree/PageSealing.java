package io.safehand.core.vault.tree;

import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;

/** Seals pages with one suite, opens those of any, draws page keys. For one thread; the held page keys may be shared. */
public final class PageSealing implements AutoCloseable {
  private final Suite suite;
  private final Randomness randomness;
  private final PageKeys held;
  private final SecretBox aes;
  private final SecretBox sm4;

  /** @param suite what new pages are sealed with */
  public PageSealing(Suite suite, Randomness randomness, PageKeys held) {
    this.suite = suite;
    this.randomness = randomness;
    this.held = held;
    this.aes = new SecretBox(Suite.AES_256_GCM, randomness);
    this.sm4 = new SecretBox(Suite.SM4_GCM_SM3, randomness);
  }

  PageKeys held() {
    return held;
  }

  PageKey drawKey() {
    return PageKey.draw(randomness);
  }

  /** The page under its key, one version later. */
  SealedPage seal(OpenedPage opened) {
    long version = opened.version() + 1;
    byte[] context = SealedPage.context(opened.address(), suite, opened.key().id(), version);
    byte[] sealed = box(suite).seal(opened.key().bytes(), context, opened.page().bytes());
    return new SealedPage(opened.address(), suite, opened.key().id(), version, sealed);
  }

  /** Takes the key over. */
  OpenedPage open(SealedPage sealed, PageKey key) {
    byte[] bytes = box(sealed.suite()).open(key.bytes(), sealed.context(), sealed.sealed())
        .orElseThrow(() -> new ForgedPage(sealed));
    return new OpenedPage(sealed.address(), key, sealed.version(), new OpenPage(bytes));
  }

  private SecretBox box(Suite wanted) {
    return switch (wanted) {
      case AES_256_GCM -> aes;
      case SM4_GCM_SM3 -> sm4;
    };
  }

  @Override
  public void close() {
    aes.close();
    sm4.close();
  }
}
