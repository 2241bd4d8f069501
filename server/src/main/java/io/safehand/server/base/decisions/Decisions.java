package io.safehand.server.base.decisions;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one place for every act that needs more than one person.
 *
 * <p>
 * A matter is bound to the hash of exactly what is decided. Its author never votes; nobody votes twice; voters need one
 * of the matter's roles at that moment. One rejection closes it. An override is for what the rules refuse: it needs two
 * people and a reason, and shows as such for ever. May be used by many threads.
 */
@Component
public final class Decisions {
  private static final int OVERRIDERS = 2;
  private static final String DEAL = "deal/";

  private final Storage storage;
  private final Matters matters;
  private final Access access;
  private final List<Knowing> knowing;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Decisions(Storage storage, Matters matters, Access access, List<Knowing> knowing, Ledger ledger,
      BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.matters = matters;
    this.access = access;
    this.knowing = List.copyOf(knowing);
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  public MatterId open(Account author, Opening opening) {
    MatterId id = new MatterId(ids.next());
    storage.run(author.company(), () -> {
      matters.add(author.company(), id, opening, author.id(), clock.instant());
      write(author, Act.DECISION_OPENED, id, opening.subject(),
          Json.object()
              .with("kind", opening.kind())
              .with("subject", opening.subject())
              .with("sha256", opening.contentHash()));
    });
    return id;
  }

  /** @param seenHash the hash of what the voter looked at */
  public Verdict approve(Account by, MatterId id, String seenHash) {
    return vote(by, id, seenHash, Matter.Ballot.APPROVE, "");
  }

  public Verdict reject(Account by, MatterId id, String seenHash, String reason) {
    return vote(by, id, seenHash, Matter.Ballot.REJECT, code(reason));
  }

  /** One of two voices for doing it although a rule refuses it. */
  public Verdict override(Account by, MatterId id, String seenHash, String reason) {
    return vote(by, id, seenHash, Matter.Ballot.OVERRIDE, code(reason));
  }

  /** Takes an open matter back; false when it is not this author's, or votes have decided it. */
  public boolean withdraw(Account author, MatterId id) {
    return storage.in(author.company(), () -> {
      Optional<Matter> own = matters.lock(author.company(), id)
          .filter(matter -> matter.author().equals(author.id()) && matter.state() == Matter.State.OPEN);
      own.ifPresent(matter -> {
        matters.close(author.company(), id, Matter.State.WITHDRAWN, clock.instant());
        write(author, Act.DECISION_REJECTED, id, matter.subject(),
            Json.object()
                .with("sha256", matter.contentHash())
                .with("reason", "author.withdrew")
                .with("state", Matter.State.WITHDRAWN.name()));
      });
      return own.isPresent();
    });
  }

  /** The newest matter of this kind about exactly this content that may still come to something. */
  public Optional<Matter> pending(CompanyId company, String subject, String kind, String contentHash) {
    return of(company, subject).stream()
        .filter(matter -> matter.isPending() && matter.kind().equals(kind)
            && matter.contentHash().equals(contentHash))
        .findFirst();
  }

  /** What this account asked for and others decided, newest first: it waits for being carried out. */
  public List<Matter> decidedFor(Account author) {
    return storage.in(author.company(), () -> matters.decided(author.company(), author.id()))
        .stream()
        .filter(matter -> mayKnow(author, matter))
        .toList();
  }

  public Optional<Matter> matter(CompanyId company, MatterId id) {
    return storage.in(company, () -> matters.find(company, id));
  }

  /** The matters about a subject, newest first. */
  public List<Matter> of(CompanyId company, String subject) {
    return storage.in(company, () -> matters.of(company, subject));
  }

  /** The matters that this account may still vote on, oldest first. */
  public List<Matter> waitingFor(Account account) {
    Set<Role> roles = access.roles(account);
    return storage.in(account.company(), () -> matters.open(account.company()))
        .stream()
        .filter(matter -> refusal(account, roles, matter, matter.contentHash()).isEmpty())
        .filter(matter -> mayKnow(account, matter))
        .toList();
  }

  private boolean mayKnow(Account by, Matter matter) {
    return knowing.stream().allMatch(each -> each.mayKnow(by, matter.subject()));
  }

  /**
   * The matters of these kinds about a subject, newest first, as this account sees them.
   *
   * @param present the hash of what would be decided now; empty when nothing can be
   */
  public List<MatterView> views(Account viewer, String subject, Set<String> kinds, Optional<String> present) {
    CompanyId company = viewer.company();
    Set<Role> roles = access.roles(viewer);
    List<Matter> shown = of(company, subject).stream()
        .filter(matter -> kinds.contains(matter.kind()))
        .toList();
    Map<AccountId, String> handles = access.handles(company, shown.stream()
        .flatMap(
            matter -> Stream.concat(Stream.of(matter.author()), matter.votes().stream().map(Matter.Vote::by)))
        .toList());
    return shown.stream()
        .map(matter -> MatterView.of(matter, present,
            refusal(viewer, roles, matter, matter.contentHash()).isEmpty(),
            matter.author().equals(viewer.id()), handles))
        .toList();
  }

  /** How the matter stands for what is there now: a decision about other content is STALE. */
  public Matter.State state(CompanyId company, MatterId id, String presentHash) {
    return matter(company, id)
        .map(matter -> matter.contentHash().equals(presentHash) ? matter.state() : Matter.State.STALE)
        .orElse(Matter.State.STALE);
  }

  /**
   * Uses the decision up, in the transaction that does what was decided: no decision is carried out twice.
   *
   * @return empty, and nothing changes, when this was not decided, was decided for other content, or is done
   */
  public Optional<Matter> carryOut(CompanyId company, MatterId id, String kind, String subject,
      String presentHash) {
    return storage.in(company, () -> {
      Optional<Matter> decided = matters.lock(company, id)
          .filter(matter -> matter.decides(kind, subject, presentHash));
      decided.ifPresent(matter -> matters.close(company, id, Matter.State.DONE, clock.instant()));
      return decided;
    });
  }

  private Verdict vote(Account by, MatterId id, String seenHash, Matter.Ballot ballot, String reason) {
    return storage.in(by.company(), () -> {
      Optional<Matter> found = matters.lock(by.company(), id).filter(matter -> mayKnow(by, matter));
      if (found.isEmpty()) {
        return new Verdict.Refused(Verdict.Reason.UNKNOWN_MATTER);
      }
      Matter matter = found.get();
      Optional<Verdict.Reason> refusal = refusal(by, access.roles(by), matter, seenHash);
      return refusal.isPresent()
          ? new Verdict.Refused(refusal.get())
          : count(by, matter, new Matter.Vote(by.id(), ballot, reason, clock.instant()));
    });
  }

  private static Optional<Verdict.Reason> refusal(Account by, Set<Role> roles, Matter matter,
      String seenHash) {
    if (matter.state() != Matter.State.OPEN) {
      return Optional.of(Verdict.Reason.CLOSED);
    }
    if (!matter.contentHash().equals(seenHash)) {
      return Optional.of(Verdict.Reason.CHANGED);
    }
    if (matter.author().equals(by.id())) {
      return Optional.of(Verdict.Reason.AUTHOR);
    }
    if (matter.votes().stream().anyMatch(vote -> vote.by().equals(by.id()))) {
      return Optional.of(Verdict.Reason.VOTED_ALREADY);
    }
    boolean entitled = matter.approvers().stream().anyMatch(roles::contains);
    return entitled ? Optional.empty() : Optional.of(Verdict.Reason.ROLE);
  }

  private Verdict count(Account by, Matter matter, Matter.Vote vote) {
    CompanyId company = by.company();
    matters.add(company, matter.id(), vote);
    Matter.State state = after(matter, vote.ballot());
    if (state != Matter.State.OPEN) {
      matters.close(company, matter.id(), state, vote.at());
    }
    write(by, act(vote.ballot()), matter.id(), matter.subject(),
        Json.object()
            .with("sha256", matter.contentHash())
            .with("reason", vote.reason())
            .with("state", state.name()));
    return new Verdict.Counted(state);
  }

  private static Matter.State after(Matter matter, Matter.Ballot ballot) {
    long same = matter.count(ballot) + 1;
    return switch (ballot) {
      case REJECT -> Matter.State.REJECTED;
      case APPROVE -> same >= matter.needed() ? Matter.State.APPROVED : Matter.State.OPEN;
      case OVERRIDE -> same >= OVERRIDERS ? Matter.State.OVERRIDDEN : Matter.State.OPEN;
    };
  }

  private static Act act(Matter.Ballot ballot) {
    return switch (ballot) {
      case APPROVE -> Act.DECISION_APPROVED;
      case REJECT -> Act.DECISION_REJECTED;
      case OVERRIDE -> Act.DECISION_OVERRIDDEN;
    };
  }

  private static String code(String reason) {
    if (!reason.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("a reason is a stable code; its words are sealed elsewhere");
    }
    return reason;
  }

  /** A line about a deal names it, so that it is shown only to those who know of it. */
  private void write(Account by, Act act, MatterId id, String subject, Json.Object details) {
    ledger.write(by.company(),
        ledger.line(by.who(), act)
            .byDecision(id.toString())
            .inDeal(subject.startsWith(DEAL) ? subject.substring(DEAL.length()) : "")
            .with(details));
  }
}
