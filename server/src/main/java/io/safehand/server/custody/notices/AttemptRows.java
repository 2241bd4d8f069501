package io.safehand.server.custody.notices;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of attempts to reach people. Called inside a transaction of the company. */
@Component
final class AttemptRows {
  private final Storage storage;

  AttemptRows(Storage storage) {
    this.storage = storage;
  }

  /**
   * One attempt.
   *
   * @param tag a keyed hash of the address, 32 hexadecimal digits
   * @param code what the other side answered
   */
  record Attempt(PersonId person, Channel channel, Delivery outcome, String tag, String reference,
      String code) {}

  /** Whose attempt it was, in which campaign. */
  record Found(PersonId person, CampaignId campaign, Channel channel) {}

  /** Of people who are there still. */
  void put(CompanyId company, CampaignId campaign, List<Attempt> attempts, Instant at) {
    storage.jdbc()
        .sql("""
            insert into notices.attempt
              (company_id, person_id, campaign_id, channel, outcome, tag, reference_sha256, code, at)
            select ?, person, ?, channel, outcome, decode(tag, 'hex'), decode(reference, 'hex'), code, ?
              from unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[])
                as given(person, channel, outcome, tag, reference, code)
             where exists (select 1 from notices.told
                            where company_id = ? and person_id = given.person and campaign_id = ?)
            on conflict (company_id, person_id, campaign_id, channel) do update
              set outcome = excluded.outcome, tag = excluded.tag, code = excluded.code, at = excluded.at
            """)
        .params(company.value(), campaign.value(), at.atOffset(ZoneOffset.UTC))
        .param(attempts.stream().map(one -> one.person().toString()).toArray(String[]::new))
        .param(attempts.stream().map(one -> one.channel().name()).toArray(String[]::new))
        .param(attempts.stream().map(one -> one.outcome().number()).toArray(Integer[]::new))
        .param(attempts.stream().map(Attempt::tag).toArray(String[]::new))
        .param(attempts.stream().map(one -> sha256(one.reference())).toArray(String[]::new))
        .param(attempts.stream().map(Attempt::code).toArray(String[]::new))
        .params(company.value(), campaign.value())
        .update();
  }

  /** By which channels it was tried in vain to reach these people. */
  Map<PersonId, Set<Channel>> failed(CompanyId company, CampaignId campaign, Collection<PersonId> people) {
    Map<PersonId, Set<Channel>> failed = new HashMap<>();
    storage.jdbc()
        .sql("""
            select person_id, channel from notices.attempt
             where company_id = ? and person_id = any (?::uuid[]) and campaign_id = ? and outcome = ?
            """)
        .params(company.value(), ToldRows.list(people), campaign.value(), Delivery.BOUNCED.number())
        .query(row -> {
          UUID id = row.getObject(1, UUID.class);
          failed
              .computeIfAbsent(new PersonId(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                  person -> EnumSet.noneOf(Channel.class))
              .add(Channel.valueOf(row.getString(2)));
        });
    return failed;
  }

  /** The attempt that a reference which came back belongs to. */
  Optional<Found> find(CompanyId company, String reference) {
    return storage.jdbc().sql("""
        select person_id, campaign_id, channel from notices.attempt
         where company_id = ? and reference_sha256 = decode(?, 'hex')
        """).params(company.value(), sha256(reference)).query((row, n) -> {
      UUID id = row.getObject(1, UUID.class);
      return new Found(new PersonId(id.getMostSignificantBits(), id.getLeastSignificantBits()),
          new CampaignId(row.getObject(2, UUID.class)), Channel.valueOf(row.getString(3)));
    }).optional();
  }

  void outcome(CompanyId company, Found attempt, Delivery outcome, String code, Instant at) {
    storage.jdbc()
        .sql("""
            update notices.attempt set outcome = ?, code = ?, at = ?
             where company_id = ? and person_id = ? and campaign_id = ? and channel = ?
            """)
        .params(outcome.number(), code, at.atOffset(ZoneOffset.UTC), company.value())
        .params(new UUID(attempt.person().high(), attempt.person().low()), attempt.campaign().value(),
            attempt.channel().name())
        .update();
  }

  private static String sha256(String reference) {
    return Sha256.hex(reference.getBytes(StandardCharsets.US_ASCII));
  }
}
