package io.safehand.server.site.guide;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Proposal;
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
 * Whoever does the work of a firm, and whoever decides on it: invited by one, in by their own doing, confirmed by another
 * who saw who it is. May be used by many threads.
 */
@Component
final class Team {
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
  record Waiting(Account account, Post post, String name, Instant since) {
    @Override
    public String toString() {
      return account.toString();
    }
  }

  Set<Step> done(CompanyId company) {
    Set<Step> done = EnumSet.noneOf(Step.class);
    if (vacant(company).isEmpty()) {
      done.add(Step.INVITE);
    }
    if (Post.vacant(post -> ids(asked(company, post).filter(this::isIn))).isEmpty()) {
      done.add(Step.ENTER);
    }
    if (Post.vacant(post -> ids(asked(company, post).filter(post::isHeldBy).filter(this::isIn))).isEmpty()) {
      done.add(Step.CONFIRM);
    }
    return done;
  }

  /** The posts for which nobody is asked. */
  Set<Post> vacant(CompanyId company) {
    return Post.vacant(post -> ids(asked(company, post)));
  }

  /**
   * Invites somebody for a post and proposes the roles for it.
   *
   * @return the link's secret; empty when the handle is taken or something is malformed
   */
  Optional<Secret> invite(Account administrator, Post post, Invitations.Newcomer newcomer) {
    return storage.in(administrator.company(),
        () -> invitations.invite(administrator, newcomer).map(secret -> {
          AccountId id = access.account(administrator.company(), newcomer.handle()).orElseThrow().id();
          post.roles().forEach(role -> access.propose(administrator, id, role));
          return secret;
        }));
  }

  /** Who can be confirmed. */
  List<Waiting> waiting(CompanyId company) {
    return Stream.of(Post.values())
        .flatMap(post -> asked(company, post).filter(account -> !post.isHeldBy(account))
            .flatMap(account -> signIns.since(account).map(since -> waiting(account, post, since)).stream()))
        .toList();
  }

  private Waiting waiting(Account account, Post post, Instant since) {
    return new Waiting(account, post,
        parties.person(account.company(), account.id()).map(party -> party.name().exposed()).orElse(""),
        since);
  }

  /** Confirms the roles of the post for this account alone; false when none wait, or the officer may not. */
  boolean confirm(Account officer, AccountId of, Post post) {
    return storage.in(officer.company(),
        () -> access.proposals(officer.company())
            .stream()
            .filter(waits -> waits.account().equals(of) && post.roles().contains(waits.role()))
            .map(waits -> confirming.confirm(officer, of, waits.role()).isEmpty())
            .reduce(Boolean::logicalOr)
            .orElse(false));
  }

  /** Accounts that have, or wait for, every role of the post. */
  private Stream<Account> asked(CompanyId company, Post post) {
    List<Proposal> proposals = access.proposals(company);
    return access.accounts(company)
        .stream()
        .filter(account -> Stream
            .concat(account.roles().stream(),
                proposals.stream().filter(waits -> waits.account().equals(account.id())).map(Proposal::role))
            .collect(Collectors.toSet())
            .containsAll(post.roles()));
  }

  private static Set<AccountId> ids(Stream<Account> accounts) {
    return accounts.map(Account::id).collect(Collectors.toSet());
  }

  private boolean isIn(Account account) {
    return signIns.name(account).isPresent();
  }
}
