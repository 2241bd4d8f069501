package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.records.RowsAboutPeople;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of who was told and who answered. Called inside a transaction of the company. */
@Component
final class ToldRows implements RowsAboutPeople {
  static final int DELIVERED = 3;
  static final int UNDELIVERABLE = 4;
  private static final int CONSENTED = 1;
  private static final int OBJECTED = 2;

  private final Storage storage;

  ToldRows(Storage storage) {
    this.storage = storage;
  }

  /** Marks the people whose delivery is not known yet and returns how many they were. */
  int tell(CompanyId company, CampaignId campaign, Collection<PersonId> people, int delivery, String method,
      Instant at) {
    return storage.jdbc()
        .sql(
            """
                insert into notices.told (company_id, person_id, campaign_id, delivery, at, method)
                select ?, person, ?, ?, ?, ? from unnest(?::uuid[]) as given(person)
                on conflict (company_id, person_id, campaign_id) do update
                  set delivery = excluded.delivery, at = excluded.at, method = excluded.method where told.delivery = 0
                """)
        .params(company.value(), campaign.value(), delivery, at.atOffset(ZoneOffset.UTC), method,
            list(people))
        .update();
  }

  /** Of how many people who are still there it is known whether the notice came to them. */
  long known(CompanyId company, CampaignId campaign) {
    return storage.jdbc()
        .sql("select count(*) from notices.told where company_id = ? and campaign_id = ? and delivery > 0")
        .params(company.value(), campaign.value())
        .query(Long.class)
        .single();
  }

  /** How many of these people stand with this answer at present. */
  long standing(CompanyId company, CampaignId campaign, Collection<PersonId> people, TransferAnswer answer) {
    return storage.jdbc()
        .sql("""
            select count(*) from notices.told
             where company_id = ? and person_id = any (?::uuid[]) and campaign_id = ? and answer = ?
            """)
        .params(company.value(), list(people), campaign.value(), number(answer))
        .query(Long.class)
        .single();
  }

  void answer(CompanyId company, CampaignId campaign, Collection<PersonId> people, TransferAnswer answer,
      ConsentMethod method, Account by, Instant at) {
    long answered = storage.jdbc().sql("select nextval('notices.answered')").query(Long.class).single();
    storage.jdbc()
        .sql(
            """
                insert into notices.told (company_id, person_id, campaign_id, delivery, answer, answered, at, method)
                select ?, person, ?, 0, ?, ?, ?, '' from unnest(?::uuid[]) as given(person)
                on conflict (company_id, person_id, campaign_id) do update
                  set answer = excluded.answer, answered = excluded.answered
                """)
        .params(company.value(), campaign.value(), number(answer), answered, at.atOffset(ZoneOffset.UTC),
            list(people))
        .update();
    storage.jdbc()
        .sql(
            """
                insert into notices.answer (company_id, person_id, campaign_id, answered, answer, at, method, recorded_by)
                select ?, person, ?, ?, ?, ?, ?, ? from unnest(?::uuid[]) as given(person)
                """)
        .params(company.value(), campaign.value(), answered, number(answer), at.atOffset(ZoneOffset.UTC),
            method.code(), by.who(), list(people))
        .update();
  }

  /** What the people answered last to any released notice of the deal; who answered none, whether told. */
  Map<PersonId, TransferAnswer> answers(CompanyId company, UUID deal, Collection<PersonId> people) {
    Map<PersonId, TransferAnswer> answers = new HashMap<>();
    people.forEach(person -> answers.put(person, TransferAnswer.NOT_NOTIFIED));
    storage.jdbc().sql("""
        select person_id, delivery, answer from notices.told
         where company_id = ? and person_id = any (?::uuid[]) and campaign_id = any (
           array(select campaign_id from notices.campaign
                  where company_id = ? and deal_id = ? and released_at is not null))
         order by answered
        """).params(company.value(), list(people), company.value(), deal).query(row -> {
      UUID person = row.getObject(1, UUID.class);
      TransferAnswer said = standing(row.getInt(2), row.getInt(3));
      if (said != TransferAnswer.NOT_NOTIFIED) {
        answers.merge(new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits()), said,
            (before, now) -> now == TransferAnswer.NOTIFIED && before != TransferAnswer.NOT_NOTIFIED
                ? before
                : now);
      }
    });
    return answers;
  }

  /** The counts of campaigns and the ledger lines stay. */
  @Override
  public void remove(CompanyId company, Collection<PersonId> people) {
    for (String table : List.of("told", "answer")) {
      storage.jdbc()
          .sql("delete from notices." + table + " where company_id = ? and person_id = any (?::uuid[])")
          .params(company.value(), list(people))
          .update();
    }
  }

  private static TransferAnswer standing(int delivery, int answer) {
    return switch (answer) {
      case CONSENTED -> TransferAnswer.CONSENTED;
      case OBJECTED -> TransferAnswer.OBJECTED;
      default -> delivery == DELIVERED ? TransferAnswer.NOTIFIED : TransferAnswer.NOT_NOTIFIED;
    };
  }

  private static int number(TransferAnswer answer) {
    return switch (answer) {
      case CONSENTED -> CONSENTED;
      case OBJECTED -> OBJECTED;
      case NOTIFIED, NOT_NOTIFIED -> throw new IllegalArgumentException("being told is no answer");
    };
  }

  private static String[] list(Collection<PersonId> people) {
    return people.stream().map(PersonId::toString).toArray(String[]::new);
  }
}
