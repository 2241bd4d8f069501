package io.safehand.server.site.webhooks;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.PublicAddress;
import io.safehand.server.start.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The places of a company that events are sent to. An event is a line of its ledger, by ids alone; of deals only those that
 * whoever registered the place knows of. Every call asks for a
 * security officer. May be used by many threads.
 */
@Component
public final class Webhooks {
  private static final int MOST = 20;
  private static final int SECRET_BYTES = 32;

  private final Storage storage;
  private final HookRows rows;
  private final Access access;
  private final Ledger ledger;
  private final SealedTexts texts;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;
  private final boolean privateToo;

  Webhooks(Storage storage, HookRows rows, Access access, Ledger ledger, SealedTexts texts, BusinessIds ids,
      Clock clock, SecureRandom random, Settings.Webhooks settings) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.texts = texts;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
    this.privateToo = settings.inside();
  }

  /** @param secret with which each delivery is signed; shown now and never again */
  public record Added(UUID id, PersonalText secret) {}

  /** Registers a place; it hears of what happens from now on. */
  public Added add(Account by, String url, List<String> acts) {
    requireOfficer(by);
    if (!PublicAddress.isWellFormed(url, privateToo)) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "webhooks.url");
    }
    if (acts.isEmpty() || acts.size() > MOST
        || !acts.stream().allMatch(act -> act.matches("[a-z.]{1,60}\\*?|\\*"))) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "webhooks.acts");
    }
    PersonalText secret = secret();
    long next = ledger.sequence(by.company())
        .flatMap(SignedNote::unverifiedCheckpoint)
        .map(Checkpoint::size)
        .orElse(0L);
    Webhook hook = new Webhook(ids.next(), url, acts, by.id(), next, 0, clock.instant());
    storage.run(by.company(), () -> {
      storage.lock(by.company(), "webhooks");
      if (rows.all(by.company()).size() >= MOST) {
        throw new RequestRefused(RequestRefused.Kind.CONFLICT, "webhooks.many");
      }
      rows.add(by, hook, texts.seal(by.company(), place(hook.id()), secret));
      write(by, Act.WEBHOOK_ADDED, hook.id());
    });
    return new Added(hook.id(), secret);
  }

  public List<Webhook> all(Account by) {
    requireOfficer(by);
    return storage.in(by.company(), () -> rows.all(by.company()));
  }

  /** The last attempts, newest first. */
  public List<Delivery> deliveries(Account by, UUID hook) {
    requireOfficer(by);
    return storage.in(by.company(), () -> rows.deliveries(by.company(), hook));
  }

  /** Nothing is sent there any more; false when there is none of this id. */
  public boolean end(Account by, UUID hook) {
    requireOfficer(by);
    return storage.in(by.company(), () -> {
      boolean ended = rows.end(by.company(), hook);
      if (ended) {
        write(by, Act.WEBHOOK_ENDED, hook);
      }
      return ended;
    });
  }

  static String place(UUID hook) {
    return "webhooks.hook.secret/" + hook;
  }

  private PersonalText secret() {
    byte[] bits = new byte[SECRET_BYTES];
    random.nextBytes(bits);
    return PersonalText.of("whs_" + HexFormat.of().formatHex(bits));
  }

  private void write(Account by, Act act, UUID hook) {
    ledger.write(by.company(), by.who(), act, Json.object().with("webhook", hook.toString()));
  }

  private void requireOfficer(Account by) {
    access.require(by.company(), by, Role.SECURITY_OFFICER);
  }
}
