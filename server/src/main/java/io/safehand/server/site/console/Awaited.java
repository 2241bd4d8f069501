package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits for a person besides votes; the module that knows of it tells the home page and the list of duties. */
public interface Awaited {
  /**
   * One thing to do.
   *
   * @param key of the text that says what it is
   * @param name whom or what it concerns; empty where the text says enough
   * @param path of the page where it is done
   * @param since empty where nobody knows
   */
  record Item(String key, String name, String path, Optional<Instant> since) {}

  /** The most urgent first; nothing that the account may not know of. */
  List<Item> of(Account account);

  /** Whether a place of the menu has anything to show this account; only the module that owns it denies. */
  default boolean shows(String path, Account account) {
    return true;
  }
}
