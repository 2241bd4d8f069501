package io.safehand.server.govern.documents;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Documents in versions. Whoever wrote a version does not approve it; an approval is bound to the exact text, so that one
 * changed letter makes it void; an approved version never changes, and stands until the next is approved.
 *
 * <p>Every call joins the caller's transaction or makes its own. May be used by many threads.
 */
@Component
public final class Documents {
  private static final String APPROVE = "document.approve";
  private static final Role[] WRITERS = {Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.BUYER_OFFICER,
    Role.SECURITY_OFFICER, Role.PLATFORM_OPERATOR};

  private final Storage storage;
  private final VersionRows rows;
  private final Decisions decisions;
  private final Access access;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Documents(Storage storage, VersionRows rows, Decisions decisions, Access access, Ledger ledger,
      BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.decisions = decisions;
    this.access = access;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins a document with its first draft.
   *
   * @throws NotAllowed when the account writes none
   */
  public Version write(Account by, DocumentText text) {
    access.require(by.company(), by, WRITERS);
    Version version = draft(new DocumentId(ids.next()), 1, by, text);
    storage.run(by.company(), () -> rows.add(by.company(), version, text));
    return version;
  }

  /**
   * Changes the draft, or begins the next version when the last is approved; votes on an older text are void.
   *
   * @throws IllegalArgumentException when there is no such document, or it is of another kind
   */
  public Version write(Account by, DocumentId document, DocumentText text) {
    access.require(by.company(), by, WRITERS);
    return storage.in(by.company(), () -> {
      storage.lock(by.company(), "document/" + document);
      Version last = rows.newest(by.company(), document)
          .filter(version -> version.kind().equals(text.kind()))
          .orElseThrow(() -> new IllegalArgumentException("no such document"));
      boolean changes = last.state() == Version.State.DRAFT;
      Version version = draft(document, changes ? last.number() : last.number() + 1, by, text);
      if (changes) {
        rows.change(by.company(), version, text);
      } else {
        rows.add(by.company(), version, text);
      }
      return version;
    });
  }

  private Version draft(DocumentId document, int number, Account by, DocumentText text) {
    return new Version(document, text.kind(), number, text.sha256(), Version.State.DRAFT, by.id(),
        clock.instant(), Optional.empty(), List.of());
  }

  /** Puts the draft, as it stands, to so many people with these roles. */
  public MatterId submit(Account by, Version draft, int needed, Set<Role> approvers) {
    access.require(by.company(), by, WRITERS);
    return decisions.open(by, new Opening(APPROVE, subject(draft), draft.sha256(), needed, approvers));
  }

  /**
   * Freezes what was approved and puts it in force; empty, and nothing changes, unless exactly the present text was.
   */
  public Optional<Version> approve(Account by, DocumentId document, MatterId matter) {
    access.require(by.company(), by, WRITERS);
    CompanyId company = by.company();
    return storage.in(company, () -> {
      storage.lock(company, "document/" + document);
      Optional<Version> draft = rows.newest(company, document)
          .filter(version -> version.state() == Version.State.DRAFT);
      return draft
          .flatMap(version -> decisions.carryOut(company, matter, APPROVE, subject(version), version.sha256())
              .map(decided -> freeze(by, version, decided)));
    });
  }

  private Version freeze(Account by, Version draft, Matter decided) {
    List<String> approvers = decided.votes().stream().map(vote -> vote.by().toString()).toList();
    Version frozen = new Version(draft.document(), draft.kind(), draft.number(), draft.sha256(),
        Version.State.APPROVED, draft.author(), draft.writtenAt(), Optional.of(clock.instant()), approvers);
    rows.approve(by.company(), frozen);
    ledger.write(by.company(),
        ledger.line(by.who(), Act.DOCUMENT_APPROVED)
            .byDecision(decided.id().toString())
            .with(Json.object()
                .with("document", draft.document().toString())
                .with("kind", draft.kind())
                .with("number", draft.number())
                .with("sha256", draft.sha256())));
    return frozen;
  }

  /** The version of this kind of document that is in force: the one approved last. */
  public Optional<Version> inForce(CompanyId company, String kind) {
    return storage.in(company, () -> rows.inForce(company, kind));
  }

  /** All versions, oldest first. */
  public List<Version> versions(CompanyId company, DocumentId document) {
    return storage.in(company, () -> rows.all(company, document));
  }

  /** What a version says. */
  public DocumentText text(CompanyId company, Version version) {
    return storage.in(company, () -> rows.text(company, version));
  }

  private static String subject(Version version) {
    return "document/" + version.document() + "/" + version.number();
  }
}
