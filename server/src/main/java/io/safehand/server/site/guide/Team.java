package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Proposal;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ConfirmingRoles;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whoever does the work of a firm: invited by one, in by their own doing, confirmed by another who saw who it is. May be
 * used by many threads.
 */
@Component
final class Team {
  /** What whoever does the work needs to be. */
  static final Set<Role> WORK = Set.of(Role.SELLER_OFFICER, Role.DEAL_MANAGER, Role.STAFF);

  private final Storage storage;
  private final Access access;
  private final Parties parties;
  private final SignIns signIns;
  private final Invitations invitations;
  private final ConfirmingRoles confirming;

  Team(Storage storage, Access access, Parties parties, SignIns signIns, Invitations invitations,
      ConfirmingRoles confirming) {
    this.storage = storage;
    this.access = access;
    this.parties = parties;
    this.signIns = signIns;
    this.invitations = invitations;
    this.confirming = confirming;
  }

  /** Somebody who is in and waits to be confirmed. @param name empty when it is not known */
  record Waiting(Account account, String name, Instant since) {
    @Override
    public String toString() {
      return account.toString();
    }
  }

  Set<Step> done(CompanyId company) {
    Set<Step> done = EnumSet.noneOf(Step.class);
    if (!asked(company).isEmpty()) {
      done.add(Step.INVITE);
    }
    if (!waiting(company).isEmpty()) {
      done.add(Step.ENTER);
    }
    if (access.accounts(company).stream().anyMatch(account -> works(account) && isIn(account))) {
      done.addAll(Set.of(Step.INVITE, Step.ENTER, Step.CONFIRM));
    }
    return done;
  }

  /**
   * Invites whoever does the work and proposes the roles for it.
   *
   * @return the link's secret; empty when the handle is taken or something is malformed
   */
  Optional<Secret> invite(Account administrator, Invitations.Newcomer newcomer) {
    return storage.in(administrator.company(),
        () -> invitations.invite(administrator, newcomer).map(secret -> {
          AccountId id = access.account(administrator.company(), newcomer.handle()).orElseThrow().id();
          WORK.forEach(role -> access.propose(administrator, id, role));
          return secret;
        }));
  }

  /** Who can be confirmed. */
  List<Waiting> waiting(CompanyId company) {
    return asked(company).stream()
        .flatMap(account -> signIns.since(account).map(since -> waiting(account, since)).stream())
        .toList();
  }

  private Waiting waiting(Account account, Instant since) {
    return new Waiting(account,
        parties.person(account.company(), account.id()).map(party -> party.name().exposed()).orElse(""),
        since);
  }

  /** Confirms the roles for the work of this account alone; false when none wait, or the officer may not. */
  boolean confirm(Account officer, AccountId of) {
    return storage.in(officer.company(),
        () -> access.proposals(officer.company())
            .stream()
            .filter(waits -> waits.account().equals(of) && WORK.contains(waits.role()))
            .map(waits -> confirming.confirm(officer, of, waits.role()).isEmpty())
            .reduce(Boolean::logicalOr)
            .orElse(false));
  }

  /** Accounts that have, or wait for, every role of the work, and wait for one at least. */
  private List<Account> asked(CompanyId company) {
    List<Proposal> proposals = access.proposals(company);
    return access.accounts(company)
        .stream()
        .filter(account -> !works(account))
        .filter(account -> Stream
            .concat(account.roles().stream(),
                proposals.stream().filter(waits -> waits.account().equals(account.id())).map(Proposal::role))
            .collect(Collectors.toSet())
            .containsAll(WORK))
        .toList();
  }

  private static boolean works(Account account) {
    return account.roles().containsAll(WORK);
  }

  private boolean isIn(Account account) {
    return signIns.name(account).isPresent();
  }
}
