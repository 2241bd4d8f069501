package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.records.RowsAboutPeople;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of who was told and who answered. Called inside a transaction of the company. */
@Component
final class ToldRows implements RowsAboutPeople {
  private static final int CONSENTED = 1;
  private static final int OBJECTED = 2;
  private static final Integer[] KNOWN = Arrays.stream(Delivery.values())
      .filter(Delivery::isKnown)
      .map(Delivery::number)
      .toArray(Integer[]::new);

  private final Storage storage;

  ToldRows(Storage storage) {
    this.storage = storage;
  }

  /** How far the notice came to each of these people, who are locked until the transaction ends; NONE for the others. */
  Map<PersonId, Delivery> lock(CompanyId company, CampaignId campaign, Collection<PersonId> people) {
    Map<PersonId, Delivery> deliveries = HashMap.newHashMap(people.size());
    people.forEach(person -> deliveries.put(person, Delivery.NONE));
    storage.jdbc()
        .sql(
            """
                select person_id, delivery from notices.told
                 where company_id = ? and person_id = any (?::uuid[]) and campaign_id = ? order by person_id for update
                """)
        .params(company.value(), list(people), campaign.value())
        .query(row -> {
          deliveries.put(person(row.getObject(1, UUID.class)), Delivery.of(row.getInt(2)));
        });
    return deliveries;
  }

  void put(CompanyId company, CampaignId campaign, Collection<PersonId> people, Delivery delivery,
      String method, Instant at) {
    storage.jdbc()
        .sql("""
            insert into notices.told (company_id, person_id, campaign_id, delivery, at, method)
            select ?, person, ?, ?, ?, ? from unnest(?::uuid[]) as given(person)
            on conflict (company_id, person_id, campaign_id) do update
              set delivery = excluded.delivery, at = excluded.at, method = excluded.method
            """)
        .params(company.value(), campaign.value(), delivery.number(), at.atOffset(ZoneOffset.UTC), method,
            list(people))
        .update();
  }

  /** Who is being sent to at this moment gets there; returns how many they were. */
  int move(CompanyId company, CampaignId campaign, Collection<PersonId> people, Delivery to, String method,
      Instant at) {
    return move(company, campaign, people, Delivery.SENDING, to, method, at);
  }

  /** Those of the people who are at one delivery come to another; returns how many they were. */
  int move(CompanyId company, CampaignId campaign, Collection<PersonId> people, Delivery from, Delivery to,
      String method, Instant at) {
    return storage.jdbc()
        .sql("""
            update notices.told set delivery = ?, method = ?, at = ?
             where company_id = ? and person_id = any (?::uuid[]) and campaign_id = ? and delivery = ?
            """)
        .params(to.number(), method, at.atOffset(ZoneOffset.UTC), company.value(), list(people),
            campaign.value(), from.number())
        .update();
  }

  /** The same, by the channel by which they were told. */
  int moveOn(CompanyId company, CampaignId campaign, Collection<PersonId> people, Delivery from, Delivery to,
      Instant at) {
    return storage.jdbc()
        .sql("""
            update notices.told set delivery = ?, at = ?
             where company_id = ? and person_id = any (?::uuid[]) and campaign_id = ? and delivery = ?
            """)
        .params(to.number(), at.atOffset(ZoneOffset.UTC), company.value(), list(people), campaign.value(),
            from.number())
        .update();
  }

  /** Everybody at one delivery comes to another; returns how many they were. */
  int moveAll(CompanyId company, CampaignId campaign, Delivery from, Delivery to, Instant at) {
    return storage.jdbc()
        .sql(
            """
                update notices.told set delivery = ?, at = ? where company_id = ? and campaign_id = ? and delivery = ?
                """)
        .params(to.number(), at.atOffset(ZoneOffset.UTC), company.value(), campaign.value(), from.number())
        .update();
  }

  /** The people of a campaign whom the notice came this far, and no further; by id, behind this one. */
  List<PersonId> at(CompanyId company, CampaignId campaign, Delivery delivery, Optional<PersonId> after,
      int most) {
    return storage.jdbc()
        .sql(
            """
                select person_id from notices.told
                 where company_id = ? and campaign_id = ? and delivery = ? and person_id > ? order by person_id limit ?
                """)
        .params(company.value(), campaign.value(), delivery.number(),
            after.map(person -> new UUID(person.high(), person.low())).orElse(new UUID(0, 0)), most)
        .query((row, n) -> person(row.getObject(1, UUID.class)))
        .list();
  }

  /** How many people who are still there are known to have been told of the deal, or to be out of reach. */
  long known(CompanyId company, UUID deal) {
    return storage.jdbc().sql("""
        select count(distinct person_id) from notices.told where company_id = ? and campaign_id = any (
          array(select campaign_id from notices.campaign
                 where company_id = ? and deal_id = ? and released_at is not null))
         and delivery = any (?)
        """).params(company.value(), company.value(), deal, KNOWN).query(Long.class).single();
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
      ConsentMethod method, String by, Instant at) {
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
            method.code(), by, list(people))
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
      UUID id = row.getObject(1, UUID.class);
      TransferAnswer said = standing(row.getInt(2), row.getInt(3));
      if (said != TransferAnswer.NOT_NOTIFIED) {
        answers.merge(person(id), said, (before,
            now) -> now == TransferAnswer.NOTIFIED && before != TransferAnswer.NOT_NOTIFIED ? before : now);
      }
    });
    return answers;
  }

  /** The counts of campaigns and the ledger lines stay. */
  @Override
  public void remove(CompanyId company, Collection<PersonId> people) {
    for (String table : List.of("told", "answer", "attempt", "link")) {
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
      default -> Delivery.of(delivery).isReached() ? TransferAnswer.NOTIFIED : TransferAnswer.NOT_NOTIFIED;
    };
  }

  static int number(TransferAnswer answer) {
    return switch (answer) {
      case CONSENTED -> CONSENTED;
      case OBJECTED -> OBJECTED;
      case NOTIFIED, NOT_NOTIFIED -> throw new IllegalArgumentException("being told is no answer");
    };
  }

  private static PersonId person(UUID id) {
    return new PersonId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  static String[] list(Collection<PersonId> people) {
    return people.stream().map(PersonId::toString).toArray(String[]::new);
  }
}
