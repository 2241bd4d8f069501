package io.safehand.server.custody.notices;

import io.safehand.core.custody.Addressing;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.access.Party;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.NoticeText.Language;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a notice is meant for, and where the vault has their addresses. May be used by many threads. */
@Component
final class Addressees {
  private static final String LANGUAGE = "language";

  private final Vaults vaults;
  private final Inventories inventories;
  private final Disclosures disclosures;
  private final Consents consents;
  private final ToldRows told;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  Addressees(Vaults vaults, Inventories inventories, Disclosures disclosures, Consents consents,
      ToldRows told, Clock clock, ZoneId zone, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.disclosures = disclosures;
    this.consents = consents;
    this.told = told;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  long live(CompanyId company) {
    return vaults.population(company).live();
  }

  int leaves(CompanyId company) {
    return vaults.leaves(company);
  }

  /** For one thread. Every notice about a deal is ordered by law. */
  Addressing addressing(CompanyId company) {
    return new Addressing(vaults.of(company), vaults.store(company), disclosures.facts(company),
        inventories.current(company), true, clock, zone, random);
  }

  /** The address fields of these channels, in the channels' order and then the inventory's. */
  List<FieldRule> addresses(CompanyId company, List<Channel> channels) {
    Inventory inventory = inventories.current(company);
    return channels.stream().flatMap(channel -> inventory.fields().stream().filter(channel::takes)).toList();
  }

  /** The field that says in which language a person reads, if the inventory declares one. */
  Optional<FieldRule> language(CompanyId company) {
    return inventories.current(company)
        .fields()
        .stream()
        .filter(field -> field.name().text().equals(LANGUAGE))
        .findFirst();
  }

  static Language read(Optional<PersonalText> language) {
    return language.map(text -> text.exposed().strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.startsWith("en") || text.startsWith("英"))
        .map(english -> Language.EN)
        .orElse(Language.ZH);
  }

  static boolean isUsable(Channel channel, PersonalText address) {
    return switch (channel) {
      case MAIL -> Party.isMail(address);
      case SMS -> address.exposed().matches("\\+?[0-9][0-9 -]{5,20}");
      case HAND -> false;
    };
  }

  /** Those of the records whose people the notice is meant for, as far as that is known without opening any. */
  List<SealedRecord> meant(CompanyId company, Campaign campaign, List<SealedRecord> records) {
    Plan.Segment segment = campaign.plan().segment();
    List<PersonId> people = records.stream().map(SealedRecord::person).toList();
    Map<PersonId, TransferAnswer> answers = segment.unanswered()
        ? told.answers(company, campaign.deal(), people)
        : Map.of();
    Map<PersonId, Map<Purpose, Answer>> consenting = segment.consenting().isPresent()
        ? consents.answers(company, people)
        : Map.of();
    return records.stream()
        .filter(record -> !isAnswer(answers.get(record.person())))
        .filter(record -> segment.consenting()
            .map(purpose -> consenting.getOrDefault(record.person(), Map.of())
                .getOrDefault(purpose, Answer.UNKNOWN)
                .opens())
            .orElse(true))
        .toList();
  }

  private static boolean isAnswer(@Nullable TransferAnswer answer) {
    return answer == TransferAnswer.CONSENTED || answer == TransferAnswer.OBJECTED;
  }
}
