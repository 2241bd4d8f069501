package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in by another house (OpenID Connect), in place of the password: where an account has a second factor, that is
 * asked for as always. An account is linked by its owner within a session, never by a mail address. Each question is for
 * one browser, for ten minutes, and used up by its answer. May be used by many threads.
 */
@Component
public final class SigningInElsewhere {
  static final Duration VALID = Duration.ofMinutes(10);

  private final Storage storage;
  private final ElsewhereRows rows;
  private final OtherHouse house;
  private final SigningIn signingIn;
  private final Throttle throttle;
  private final SealedTexts texts;
  private final Access access;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;

  SigningInElsewhere(Storage storage, ElsewhereRows rows, OtherHouse house, SigningIn signingIn,
      Throttle throttle, SealedTexts texts, Access access, Ledger ledger, BusinessIds ids, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.house = house;
    this.signingIn = signingIn;
    this.throttle = throttle;
    this.texts = texts;
    this.access = access;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** That the other house signs an account in. */
  public record Link(UUID id, Instant added) {}

  /** What came of an answer. */
  public sealed interface Outcome {
    record Signed(SigningIn.Step step) implements Outcome {}

    /** The account that asked is linked now. */
    record Linked() implements Outcome {}

    /** Nothing was opened or changed. */
    record Refused() implements Outcome {}
  }

  /** Which house it is, as its host; empty when there is none. */
  public Optional<String> house() {
    return house.host();
  }

  /** Where the browser goes to sign in; empty when the house does not answer. */
  public Optional<URI> ask(SessionToken browser) {
    return ask(browser, null, null);
  }

  /** Where the browser goes to link the account that is signed in with it. */
  public Optional<URI> askToLink(SessionToken browser, Account account) {
    return ask(browser, account.company(), account.id());
  }

  private Optional<URI> ask(SessionToken browser, @Nullable CompanyId company, @Nullable AccountId account) {
    SessionToken state = SessionToken.fresh(random);
    Question question = new Question(SessionToken.fresh(random).exposed(),
        SessionToken.fresh(random).exposed(), company, account);
    Optional<URI> there = house.ask(state.exposed(), question);
    there.ifPresent(sent -> storage.inNone(() -> {
      rows.ask(state, browser, question, clock.instant().plus(VALID));
      return sent;
    }));
    return there;
  }

  /** @param address of the network, counted as a keyed hash */
  public Outcome answer(SessionToken browser, String state, String code, String address) {
    String source = Network.of(address);
    Optional<Instant> locked = throttle.count(Throttle.Kind.ADDRESS, source);
    if (locked.isPresent()) {
      return new Outcome.Signed(new SigningIn.Step.Locked(locked.get()));
    }
    Optional<Question> question = SessionToken.parse(state)
        .flatMap(known -> storage.inNone(() -> rows.take(known, browser, clock.instant())));
    Optional<byte[]> subject = question.flatMap(asked -> house.subject(code, asked))
        .map(said -> texts.hash("signin.elsewhere", said));
    if (subject.isEmpty()) {
      return new Outcome.Refused();
    }
    Outcome outcome = question.orElseThrow().linking().isPresent()
        ? link(question.orElseThrow(), subject.get())
        : signIn(subject.get());
    if (!(outcome instanceof Outcome.Refused)) {
      throttle.giveBack(Throttle.Kind.ADDRESS, source);
    }
    return outcome;
  }

  private Outcome signIn(byte[] subject) {
    return storage.inNone(() -> rows.owner(subject))
        .flatMap(owner -> access.account(owner.company(), owner.account()))
        .<Outcome>map(account -> new Outcome.Signed(signingIn.after(account, Factor.OTHER_HOUSE)))
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome link(Question question, byte[] subject) {
    Optional<Account> account = Optional.ofNullable(question.company())
        .flatMap(company -> question.linking().flatMap(id -> access.account(company, id)));
    UUID id = ids.next();
    boolean linked = account.isPresent() && storage.in(account.get().company(), () -> {
      boolean added = rows.link(account.get(), subject, id, clock.instant());
      if (added) {
        write(account.get(), Act.FACTOR_ADDED, id);
      }
      return added;
    });
    return linked ? new Outcome.Linked() : new Outcome.Refused();
  }

  public List<Link> of(Account account) {
    return storage.in(account.company(), () -> rows.of(account));
  }

  /** False when the account has no such link. */
  public boolean end(Account account, UUID id) {
    return storage.in(account.company(), () -> {
      boolean ended = rows.end(account, id);
      if (ended) {
        write(account, Act.FACTOR_ENDED, id);
      }
      return ended;
    });
  }

  private void write(Account account, Act act, UUID id) {
    ledger.write(account.company(), account.who(), act,
        Json.object().with("factor", Factor.OTHER_HOUSE.name()).with("id", id.toString()));
  }
}
