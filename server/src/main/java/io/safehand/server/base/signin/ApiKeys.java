package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keys that programs use an account with. A key may do a part of what its owner may, until a last day; of its secret only
 * the SHA-256 is kept. A key is made within a session, so no key makes a key. May be used by many threads.
 */
@Component
public final class ApiKeys {
  private static final String PREFIX = "shk_";
  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_NAME = 80;

  private final Storage storage;
  private final ApiKeyRows rows;
  private final Access access;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  ApiKeys(Storage storage, ApiKeyRows rows, Access access, Ledger ledger, BusinessIds ids, Clock clock,
      ZoneId zone, SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  /** A key to be made. @param lastDay at most a year ahead */
  public record Wanted(String name, Set<Role> roles, LocalDate lastDay) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param secret what the program sends; shown to its owner now and never again */
    record Made(ApiKey key, Secret secret) implements Outcome {}

    /** Nothing was made. */
    record Refused(Reason reason) implements Outcome {}
  }

  /** Why no key was made, with a stable code. */
  public enum Reason {
    NAME("signin.key-name"), ROLES("signin.key-roles"), DAY("signin.key-day");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** Makes a key with some of the roles that the account has now. */
  public Outcome make(Sessions.SignedIn who, Wanted wanted) {
    Account owner = who.account();
    return storage.in(owner.company(), () -> {
      Optional<Reason> refusal = refusal(owner, wanted);
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      SessionToken secret = SessionToken.fresh(random);
      ApiKey key = new ApiKey(ids.next(), wanted.name(), wanted.roles(), wanted.lastDay(), Optional.empty());
      rows.add(owner, key, secret);
      write(owner, Act.KEY_MADE,
          Json.object()
              .with("key", key.id().toString())
              .with("roles",
                  wanted.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")))
              .with("lastDay", wanted.lastDay().toString()));
      return new Outcome.Made(key, new Secret(PREFIX + secret.exposed()));
    });
  }

  /** Whom a program that shows this secret acts as, with what the key and the account still allow. */
  public Optional<Account> find(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    LocalDate today = today();
    return SessionToken.parse(secret.substring(PREFIX.length()))
        .flatMap(token -> storage.inNone(() -> rows.find(token)))
        .filter(owned -> !today.isAfter(owned.key().lastDay()))
        .flatMap(owned -> use(owned, today));
  }

  /** The account's keys, the oldest first; those past their last day too. */
  public List<ApiKey> of(Account account) {
    return storage.in(account.company(), () -> rows.of(account.company(), account.id()));
  }

  /** Ends a key: one's own, or as a security officer anybody's. False when there is none of this id. */
  public boolean end(Account by, AccountId owner, UUID key) {
    CompanyId company = by.company();
    if (!by.id().equals(owner)) {
      access.require(company, by, Role.SECURITY_OFFICER);
    }
    return storage.in(company, () -> {
      boolean ended = rows.end(company, owner, key);
      if (ended) {
        write(by, Act.KEY_ENDED, Json.object().with("key", key.toString()));
      }
      return ended;
    });
  }

  private Optional<Account> use(ApiKeyRows.Owned owned, LocalDate today) {
    if (owned.key().lastUsed().filter(today::equals).isEmpty()) {
      storage.run(owned.company(), () -> rows.used(owned.key().id(), today));
    }
    return access.account(owned.company(), owned.account())
        .map(account -> account.within(owned.key().roles()));
  }

  private Optional<Reason> refusal(Account owner, Wanted wanted) {
    String name = wanted.name();
    if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(Reason.NAME);
    }
    if (wanted.roles().isEmpty() || !wanted.roles().stream().allMatch(role -> access.holds(owner, role))) {
      return Optional.of(Reason.ROLES);
    }
    LocalDate today = today();
    boolean possible = !wanted.lastDay().isBefore(today)
        && !wanted.lastDay().isAfter(today.plusDays(LONGEST_DAYS));
    return possible ? Optional.empty() : Optional.of(Reason.DAY);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private void write(Account by, Act act, Json.Object details) {
    ledger.write(by.company(), by.who(), act, details);
  }
}
