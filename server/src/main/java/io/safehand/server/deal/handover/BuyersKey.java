package io.safehand.server.deal.handover;

import io.safehand.core.hash.Sha256;
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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The key that a package will be sealed to: registered, proven by its holder, confirmed by two people. */
@Component
final class BuyersKey {
  /** How long an answer may be on its way. */
  private static final Duration RIDDLE = Duration.ofDays(7);

  private final Storage storage;
  private final HandOverRows rows;
  private final HandOverLines lines;
  private final Access access;
  private final Clock clock;
  private final SecureRandom random;

  BuyersKey(Storage storage, HandOverRows rows, HandOverLines lines, Access access, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.lines = lines;
    this.access = access;
    this.clock = clock;
    this.random = random;
  }

  void register(CompanyId seller, DealId deal, Recipient recipient, Trust buyer, Account by) {
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      rows.register(seller, deal, recipient, buyer, clock.instant());
      lines.write(seller, deal, by, "key.registered",
          Json.object().with("recipient", recipient.fingerprint()).with("buyer", Sha256.hex(buyer.file())));
    });
  }

  void confirm(CompanyId seller, DealId deal, String fingerprint, Account by) {
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.SECURITY_OFFICER);
      HandOver handOver = rows.lock(seller, deal);
      if (!handOver.recipient().fingerprint().equals(fingerprint)) {
        throw new IllegalArgumentException("this is not the fingerprint of the registered key");
      }
      if (handOver.firstConfirmer().filter(by.who()::equals).isPresent()) {
        return;
      }
      if (handOver.firstConfirmer().isEmpty()) {
        rows.firstConfirmer(seller, deal, by.who());
      } else {
        rows.reach(seller, deal, HandOverStep.CONFIRMED, clock.instant());
      }
      lines.write(seller, deal, by, "key.confirmed", Json.object());
    });
  }

  byte[] ask(CompanyId seller, DealId deal, Account by) {
    return storage.in(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      PossessionChallenge riddle = PossessionChallenge.to(rows.lock(seller, deal).recipient(), random);
      rows.riddle(seller, deal, riddle.expected(), clock.instant().plus(RIDDLE));
      return riddle.sealed();
    });
  }

  boolean answer(CompanyId seller, DealId deal, byte[] answer, Account by) {
    return storage.in(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      rows.lock(seller, deal);
      boolean solved = rows.riddleAnswer(seller, deal, clock.instant())
          .filter(expected -> MessageDigest.isEqual(expected, answer))
          .isPresent();
      if (solved) {
        rows.reach(seller, deal, HandOverStep.PROVEN, clock.instant());
        lines.write(seller, deal, by, "key.proven", Json.object());
      }
      return solved;
    });
  }
}
