package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Signer;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The house once it is open, and what signs with its keys. */
@Component
final class HouseSigner implements Signer {
  private volatile @Nullable OpenHouse house;

  void open(OpenHouse opened) {
    house = opened;
  }

  /** @throws Sealed before the server is unsealed */
  OpenHouse house() {
    OpenHouse opened = house;
    if (opened == null) {
      throw new Sealed();
    }
    return opened;
  }

  @Override
  public boolean isReady() {
    return house != null;
  }

  @Override
  public String origin(CompanyId company) {
    return house().signing().name() + "/" + company;
  }

  @Override
  public SignedNote sign(Checkpoint checkpoint) {
    return house().signing().sign(checkpoint);
  }

  @PreDestroy
  void close() {
    OpenHouse opened = house;
    house = null;
    if (opened != null) {
      opened.close();
    }
  }
}
