package io.safehand.server.base.standing;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.AccountId;
import java.util.Optional;
import java.util.UUID;

/** What a hold or a proof is about; an id, never a name. */
public record Subject(Kind kind, String id) {
  /** The things that can be held. */
  public enum Kind {
    PERSON, COMPANY, ACCOUNT, PARTNER, DEAL, ROOM
  }

  public static Subject of(PersonId person) {
    return new Subject(Kind.PERSON, person.toString());
  }

  public static Subject of(CompanyId company) {
    return new Subject(Kind.COMPANY, company.toString());
  }

  public static Subject of(AccountId account) {
    return new Subject(Kind.ACCOUNT, account.toString());
  }

  public static Subject deal(UUID deal) {
    return new Subject(Kind.DEAL, deal.toString());
  }

  /** The deal that it belongs to; empty when it is no part of one. */
  public Optional<String> deal() {
    return kind == Kind.DEAL || kind == Kind.ROOM ? Optional.of(id) : Optional.empty();
  }

  /** For the ledger: kind and id. A customer is named there only through the own ledger key. */
  String inLedger() {
    return kind == Kind.PERSON ? "PERSON" : kind + "/" + id;
  }
}
