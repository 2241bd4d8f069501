package io.safehand.server.base.decisions;

import io.safehand.server.base.access.Account;

/**
 * Who may know of a subject at all. A module above answers for subjects of its own, and lets every other pass; to whoever
 * may not know of it, a matter does not exist.
 */
public interface Knowing {
  boolean mayKnow(Account by, String subject);
}
