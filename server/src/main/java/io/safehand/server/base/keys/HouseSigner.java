package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The house's signing keys, once they are unsealed. */
@Component
final class HouseSigner implements Signer {
  private volatile @Nullable SigningKeys keys;

  void open(SigningKeys opened) {
    keys = opened;
  }

  @Override
  public boolean isReady() {
    return keys != null;
  }

  @Override
  public String origin(CompanyId company) {
    return keys().name() + "/" + company;
  }

  @Override
  public SignedNote sign(Checkpoint checkpoint) {
    return keys().sign(checkpoint);
  }

  private SigningKeys keys() {
    SigningKeys opened = keys;
    if (opened == null) {
      throw new Sealed();
    }
    return opened;
  }
}
