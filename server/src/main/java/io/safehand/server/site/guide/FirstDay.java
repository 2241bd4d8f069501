package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.imports.Disposals;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.Deals;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How far a firm is on its first day, read from what is there, and the answers that open its transfer. Of a transfer it
 * tells only those who know of it. May be used by many threads.
 */
@Component
final class FirstDay {
  private final Storage storage;
  private final GuideRows rows;
  private final Access access;
  private final Team team;
  private final Deals deals;
  private final Assignments assignments;
  private final Inventories inventories;
  private final ImportJobs imports;
  private final Disposals disposals;
  private final Vaults vaults;
  private final Clock clock;

  FirstDay(Storage storage, GuideRows rows, Access access, Team team, Deals deals, Assignments assignments,
      Inventories inventories, ImportJobs imports, Disposals disposals, Vaults vaults, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.team = team;
    this.deals = deals;
    this.assignments = assignments;
    this.inventories = inventories;
    this.imports = imports;
    this.disposals = disposals;
    this.vaults = vaults;
    this.clock = clock;
  }

  /** The transfer that was opened by answering, newest first, of those that the account knows of. */
  Optional<Answers> answers(Account account) {
    List<DealId> known = assignments.deals(account).stream().map(Deal::id).toList();
    return storage.in(account.company(), () -> rows.newestAnswers(account.company(), known));
  }

  /** What is done; to somebody who knows of no transfer no more is done than the firm's own part. */
  Set<Step> done(Account account) {
    Set<Step> done = team.done(account.company());
    if (answers(account).isPresent()) {
      done.addAll(Set.of(Step.INVITE, Step.ENTER, Step.CONFIRM, Step.QUESTIONS));
      done.addAll(customers(account.company()));
    }
    return done;
  }

  /** Nothing is left of the guide, or the firm was past its first day before it came to it. */
  boolean isOver(Account account) {
    return answers(account).isPresent()
        ? done(account).size() == Step.values().length
        : vaults.population(account.company()).takenIn() > 0 || !assignments.deals(account).isEmpty();
  }

  private Set<Step> customers(CompanyId company) {
    boolean adopted = inventories.adopted(company).isPresent();
    boolean imported = imports.isAnyDone(company) && vaults.population(company).takenIn() > 0;
    List<Matter> proposed = inventories.proposals(company)
        .stream()
        .map(proposal -> proposal.matter())
        .toList();
    boolean approved = proposed.stream().anyMatch(matter -> matter.state() == Matter.State.APPROVED);
    Set<Step> done = EnumSet.noneOf(Step.class);
    addIf(imports.newest(company).isPresent(), Step.FILE, done);
    addIf(adopted || !proposed.isEmpty(), Step.COLUMNS, done);
    addIf(adopted || approved, Step.APPROVE, done);
    addIf(adopted, Step.ADOPT, done);
    addIf(imported, Step.IMPORT, done);
    addIf(imported && disposals.open(company, 1).isEmpty(), Step.ORIGINAL, done);
    return done;
  }

  /** The import whose page has the next task: the one whose original is still to be told of, or the newest. */
  Optional<ImportId> source(CompanyId company) {
    return disposals.open(company, 1)
        .stream()
        .map(Disposals.Disposal::of)
        .findFirst()
        .or(() -> imports.newest(company));
  }

  private static void addIf(boolean holds, Step step, Set<Step> to) {
    if (holds) {
      to.add(step);
    }
  }

  /** Who may be the second person: whoever decides on what others propose. */
  List<Account> seconds(Account account) {
    return access.accounts(account.company())
        .stream()
        .filter(other -> other.has(Role.SELLER_LAWYER) && !other.id().equals(account.id()))
        .toList();
  }

  /** Opens the transfer that the answers tell of, lets the second person know of it, and keeps the answers. */
  DealId open(Account manager, DealTerms terms, Given given) {
    return storage.in(manager.company(), () -> {
      DealId deal = deals.open(manager.company(), terms, manager);
      assignments.assign(deal, given.second(), manager);
      rows.add(manager.company(), new Answers(deal, given.customers(), given.second(), given.copies(),
          given.channels(), manager.id(), clock.instant()));
      return deal;
    });
  }

  /** What is answered besides the transfer's own terms. */
  record Given(long customers, AccountId second, Set<Answers.Copy> copies, Set<Answers.Channel> channels) {}
}
