package io.safehand.server.base.messages;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.PublicAddress;
import io.safehand.server.start.Settings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The companies' gateways for short messages, and the reports that come back from them. What is sent there is signed, and
 * so is what comes back; docs/formats/sms-gateway.md. May be used by many threads.
 */
@Component
public final class Gateways {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int SHORTEST_SECRET = 16;

  private final Storage storage;
  private final GatewayRows rows;
  private final Access access;
  private final Ledger ledger;
  private final Clock clock;
  private final SecureRandom random;
  private final boolean inside;

  Gateways(Storage storage, GatewayRows rows, Access access, Ledger ledger, Clock clock, SecureRandom random,
      Settings operator) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
    this.inside = operator.mail().inside();
  }

  public Optional<Gateway> gateway(CompanyId company) {
    return storage.in(company, () -> rows.find(company));
  }

  /** Whether messages may go there now: outside of the operator's own networks, unless those are allowed. */
  boolean isAllowed(Gateway gateway) {
    return inside || PublicAddress.isPublic(URI.create(gateway.url()).getHost());
  }

  PersonalText secret(CompanyId company) {
    return storage.in(company, () -> rows.secret(company));
  }

  /**
   * Says by which gateway short messages go out from now on; reports about older ones are not taken any more.
   *
   * @return false, and nothing changes, when address, sender or a secret of less than 16 characters will not do
   * @throws io.safehand.server.base.access.NotAllowed when {@code by} is no administrator
   */
  public boolean set(Account by, String url, String sender, PersonalText secret) {
    access.require(by.company(), by, Role.ADMINISTRATOR);
    boolean good = PublicAddress.isWellFormed(url, inside) && Gateway.isSender(sender)
        && secret.exposed().length() >= SHORTEST_SECRET
        && isAllowed(new Gateway(new UUID(0, 0), url, sender));
    if (good) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      storage.run(by.company(), () -> {
        rows.put(by.company(), new Gateway(id, url, sender), secret);
        ledger.write(by.company(), by.who(), Act.MAIL_SETTINGS, Json.object().with("gateway", id.toString()));
      });
    }
    return good;
  }

  /** What a gateway says about a message. */
  public sealed interface Report {
    /**
     * @param reference of the letter
     * @param code what the gateway says about it, a stable code
     */
    record About(CompanyId company, String reference, boolean delivered, String code) implements Report {}

    /** The same report came before. */
    record Again() implements Report {}

    /** Unknown gateway, wrong or old signature, no report: all one answer. */
    record Refused() implements Report {}
  }

  /** Reads a report; one that is taken is never taken again. */
  public Report read(UUID gateway, String signature, byte[] body) {
    Optional<CompanyId> owner = rows.owner(gateway);
    if (owner.isEmpty()) {
      return new Report.Refused();
    }
    CompanyId company = owner.get();
    Instant now = clock.instant();
    return storage.in(company, () -> {
      if (!Signature.holds(rows.secret(company), signature, body, now)) {
        return new Report.Refused();
      }
      rows.forget(company, now.minus(REMEMBERED));
      return read(company, body, now);
    });
  }

  private Report read(CompanyId company, byte[] body, Instant now) {
    try {
      Json.Object said = Json.parse(body).asObject().only("id", "state", "code", "nonce");
      String state = said.text("state");
      String code = said.text("code");
      String nonce = said.text("nonce");
      boolean known = state.equals("delivered") || state.equals("failed");
      if (!known || !code.matches("[A-Za-z0-9._-]{1,40}") || !nonce.matches("[A-Za-z0-9_-]{8,64}")
          || !Letter.isReference(said.text("id"))) {
        return new Report.Refused();
      }
      return rows.isNew(company, nonce, now)
          ? new Report.About(company, said.text("id"), state.equals("delivered"), code)
          : new Report.Again();
    } catch (JsonRefused | IllegalArgumentException noReport) {
      return new Report.Refused();
    }
  }
}
