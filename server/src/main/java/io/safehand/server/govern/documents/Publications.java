package io.safehand.server.govern.documents;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What of a house the outside may read: pages for customers and the public read nothing else. Only an approved version is
 * published, bound by its hash; the one before of the same kind and audience ends at that moment. Whoever calls has asked
 * whether it may be done. May be used by many threads.
 */
@Component
public final class Publications {
  private final Storage storage;
  private final PublicationRows rows;
  private final VersionRows versions;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Publications(Storage storage, PublicationRows rows, VersionRows versions, Ledger ledger, BusinessIds ids,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.versions = versions;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** @throws IllegalArgumentException when the version is not approved, or its publication would end before it begins */
  public Publication publish(Account by, Version version, Publication.Audience audience,
      Optional<Instant> until) {
    Instant now = clock.instant();
    if (version.state() != Version.State.APPROVED || until.filter(end -> !now.isBefore(end)).isPresent()) {
      throw new IllegalArgumentException("an approved version is published, from now to a later moment");
    }
    Publication publication = new Publication(ids.next(), version.document(), version.number(),
        version.kind(), version.sha256(), audience, now, until);
    storage.run(by.company(), () -> {
      rows.endAll(by.company(), version.kind(), audience, now);
      rows.add(by.company(), publication);
      ledger.write(by.company(), by.who(), Act.PUBLISHED,
          Json.object()
              .with("publication", publication.id().toString())
              .with("kind", version.kind())
              .with("audience", audience.name())
              .with("sha256", version.sha256()));
    });
    return publication;
  }

  /** Takes it back now; false when it had ended. */
  public boolean retract(Account by, UUID publication) {
    return storage.in(by.company(), () -> {
      boolean ended = rows.end(by.company(), publication, clock.instant());
      if (ended) {
        ledger.write(by.company(), by.who(), Act.RETRACTED,
            Json.object().with("publication", publication.toString()));
      }
      return ended;
    });
  }

  /** What this audience may read of this kind now. */
  public Optional<Published> current(CompanyId company, Publication.Audience audience, String kind) {
    return storage.in(company,
        () -> rows.current(company, audience, clock.instant())
            .stream()
            .filter(publication -> publication.kind().equals(kind))
            .findFirst()
            .map(publication -> published(company, publication)));
  }

  /** Everything that this audience may read now, the newest first. */
  public List<Published> current(CompanyId company, Publication.Audience audience) {
    return storage.in(company,
        () -> rows.current(company, audience, clock.instant())
            .stream()
            .map(publication -> published(company, publication))
            .toList());
  }

  private Published published(CompanyId company, Publication publication) {
    Version version = versions.find(company, publication.document(), publication.number());
    DocumentText text = versions.text(company, version);
    if (!text.sha256().equals(publication.sha256())) {
      throw new IllegalStateException("a published text is not the one that was published");
    }
    return new Published(text, publication.number(), publication.sha256(), publication.from());
  }
}
