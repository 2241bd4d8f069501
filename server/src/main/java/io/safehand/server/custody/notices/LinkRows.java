package io.safehand.server.custody.notices;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of personal links; of a token only its SHA-256 is there. */
@Component
final class LinkRows {
  private final Storage storage;

  LinkRows(Storage storage) {
    this.storage = storage;
  }

  /** Whose link it is, of which campaign. */
  record Link(CompanyId company, PersonId person, CampaignId campaign) {}

  void add(CompanyId company, CampaignId campaign, Map<PersonId, String> tokens, Instant ends) {
    List<PersonId> people = new ArrayList<>(tokens.keySet());
    storage.jdbc()
        .sql(
            """
                insert into notices.link (token_sha256, company_id, person_id, campaign_id, ends_at)
                select decode(token, 'hex'), ?, person, ?, ? from unnest(?::text[], ?::uuid[]) as given(token, person)
                """)
        .params(company.value(), campaign.value(), ends.atOffset(ZoneOffset.UTC))
        .param(people.stream().map(person -> sha256(tokens.getOrDefault(person, ""))).toArray(String[]::new))
        .param(ToldRows.list(people))
        .update();
  }

  /** Empty for a token that nobody made or that ended; asked for no company. */
  Optional<Link> find(String token, Instant now) {
    return storage.inNone(() -> storage.jdbc().sql("""
        select company_id, person_id, campaign_id from notices.link
         where token_sha256 = decode(?, 'hex') and ends_at > ?
        """).params(sha256(token), now.atOffset(ZoneOffset.UTC)).query((row, n) -> {
      UUID person = row.getObject(2, UUID.class);
      return new Link(new CompanyId(row.getObject(1, UUID.class)),
          new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits()),
          new CampaignId(row.getObject(3, UUID.class)));
    }).optional());
  }

  private static String sha256(String token) {
    return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
  }
}
