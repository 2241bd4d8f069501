package io.safehand.server.deal.leaving;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The passphrases of copies that are being written: in memory only, and only as long. */
@Component
final class Passphrases {
  private final Map<CopyId, Passphrase> kept = new ConcurrentHashMap<>();

  void keep(CopyId id, Passphrase passphrase) {
    kept.put(id, passphrase);
  }

  Optional<Passphrase> of(CopyId id) {
    return Optional.ofNullable(kept.get(id));
  }

  void forget(CopyId id) {
    kept.remove(id);
  }
}
