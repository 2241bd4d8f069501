package io.safehand.server.govern.cases;

import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A matter and how it stands.
 *
 * @param person whom it is about; empty while nobody knows, and once the person is shredded
 * @param detail what it is within its kind, a stable code such as {@code delete}
 * @param reason the code of the last move that had one; empty otherwise
 * @param against the account that it complains about: to its owner the case does not exist
 */
public record Case(CaseId id, String kind, ReceiptNumber number, Optional<PersonId> person, Channel channel,
    String detail, String state, String reason, Optional<AccountId> owner, Optional<AccountId> against,
    Instant openedAt, Instant movedAt) {}
