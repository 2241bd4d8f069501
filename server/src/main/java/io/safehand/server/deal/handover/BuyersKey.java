package io.safehand.server.deal.handover;

import io.safehand.core.handover.age.PossessionChallenge;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The key that a package will be sealed to: registered, proven by its holder, confirmed by two people. */
@Component
final class BuyersKey {
  private final Storage storage;
  private final HandOverRows rows;
  private final HandOverLines lines;
  private final Access access;
  private final Clock clock;

  BuyersKey(Storage storage, HandOverRows rows, HandOverLines lines, Access access, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.lines = lines;
    this.access = access;
    this.clock = clock;
  }

  void register(CompanyId seller, DealId deal, Recipient recipient, Trust buyer, Account by) {
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      rows.register(seller, deal, recipient, buyer, clock.instant());
      lines.write(seller, deal, by, "key.registered",
          Json.object().with("recipient", recipient.fingerprint()).with("buyer", Hashes.sha256(buyer)));
    });
  }

  boolean prove(CompanyId seller, DealId deal, PossessionChallenge challenge, byte[] answer, Account by) {
    if (!challenge.isAnsweredBy(answer)) {
      return false;
    }
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      rows.reach(seller, deal, HandOverStep.PROVEN, clock.instant());
      lines.write(seller, deal, by, "key.proven", Json.object());
    });
    return true;
  }

  void confirm(CompanyId seller, DealId deal, String fingerprint, Account by) {
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.SECURITY_OFFICER);
      HandOver handOver = rows.lock(seller, deal);
      if (!handOver.recipient().fingerprint().equals(fingerprint)) {
        throw new IllegalArgumentException("this is not the fingerprint of the registered key");
      }
      if (handOver.firstConfirmer().isEmpty()) {
        rows.firstConfirmer(seller, deal, by.who());
      } else if (!handOver.firstConfirmer().get().equals(by.who())) {
        rows.reach(seller, deal, HandOverStep.CONFIRMED, clock.instant());
      }
      lines.write(seller, deal, by, "key.confirmed", Json.object());
    });
  }
}
