package io.safehand.server.base.signin.web;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Proposal;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.Passkeys;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.SignIns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of a company as the people page shows them. */
@Component
final class Staff {
  private final Access access;
  private final Parties parties;
  private final SignIns signIns;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Invitations invitations;

  Staff(Access access, Parties parties, SignIns signIns, SecondFactors factors, Passkeys passkeys,
      Invitations invitations) {
    this.access = access;
    this.parties = parties;
    this.signIns = signIns;
    this.factors = factors;
    this.passkeys = passkeys;
    this.invitations = invitations;
  }

  /**
   * One of them.
   *
   * @param name empty when it is not known
   * @param since when its password was set; null when nobody came in yet
   * @param hasApp or a passkey: the password alone is too little
   * @param invitedUntil null when no link is open
   * @param own whether it is the one that looks
   */
  record Person(Account account, String name, List<Proposal> proposals, @Nullable Instant since,
      boolean hasApp, @Nullable Instant invitedUntil, boolean own) {
    public boolean signsIn() {
      return since != null;
    }

    @Override
    public String toString() {
      return account.toString();
    }
  }

  List<Person> of(Account by) {
    List<Proposal> proposals = access.proposals(by.company());
    return access.accounts(by.company())
        .stream()
        .map(account -> person(account, proposals, account.id().equals(by.id())))
        .toList();
  }

  private Person person(Account account, List<Proposal> proposals, boolean own) {
    Optional<Instant> until = invitations.open(account.company(), account.id());
    return new Person(account,
        parties.person(account.company(), account.id()).map(party -> party.name().exposed()).orElse(""),
        proposals.stream().filter(proposal -> proposal.account().equals(account.id())).toList(),
        signIns.since(account).orElse(null), factors.has(account) || !passkeys.of(account).isEmpty(),
        until.orElse(null), own);
  }
}
