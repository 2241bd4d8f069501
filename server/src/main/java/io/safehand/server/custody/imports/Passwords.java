package io.safehand.server.custody.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Passwords of sellers' databases: in memory while their import is not over, and nowhere else. */
@Component
final class Passwords {
  private final Map<ImportId, char[]> held = new ConcurrentHashMap<>();

  /** Takes a copy. */
  void keep(ImportId id, char[] password) {
    forget(id);
    held.put(id, password.clone());
  }

  Optional<char[]> of(ImportId id) {
    return Optional.ofNullable(held.get(id));
  }

  void forget(ImportId id) {
    char[] password = held.remove(id);
    if (password != null) {
      Arrays.fill(password, ' ');
    }
  }
}
