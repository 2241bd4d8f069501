package io.safehand.server.custody.notices;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.notices.LinkRows.Link;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a person does with the personal link of a notice, without an account. Looking decides nothing: programs on the way
 * follow links. A token that is wrong, has ended or whose person is gone is like one that never was. May be used by many
 * threads.
 */
@Component
public final class PersonalLinks {
  /** In whose name the log has what a link was used for. */
  private static final String WHO = "person";

  private final Storage storage;
  private final Register register;
  private final Ledger ledger;
  private final Facts facts;
  private final Optional<Departures> departures;
  private final Clock clock;

  PersonalLinks(Storage storage, Register register, Ledger ledger, Facts facts,
      Optional<Departures> departures, Clock clock) {
    this.storage = storage;
    this.register = register;
    this.ledger = ledger;
    this.facts = facts;
    this.departures = departures;
    this.clock = clock;
  }

  /** What a person can say. */
  public enum Said {
    CONSENT,
    OBJECT,
    /** That the notice was read, and no more. */
    READ
  }

  /**
   * A notice as its person sees it.
   *
   * @param stands what the person answered last; NOTIFIED: nothing yet
   * @param left when the data left, if it did: an answer is recorded and changes nothing here any more
   */
  public record Shown(Notice notice, Set<Said> choices, TransferAnswer stands, boolean read,
      Optional<Instant> left) {}

  /** The notice behind a token; who has it open is seen to have it. */
  public Optional<Shown> open(String token) {
    return at(token, (link, campaign) -> {
      Delivery now = lock(link);
      if (now != Delivery.OPENED && now != Delivery.READ) {
        move(link, now, Delivery.OPENED);
      }
      return shown(link, campaign);
    });
  }

  /** The same for a program that only asks whether there is a page. */
  public Optional<Shown> peek(String token) {
    return at(token, this::shown);
  }

  /**
   * Records what the person says; the last counts, the same again changes nothing.
   *
   * @return empty for a token that is none, or for what this notice does not ask
   */
  public Optional<Shown> say(String token, Said said) {
    return at(token, (link, campaign) -> {
      Delivery now = lock(link);
      if (now != Delivery.READ) {
        move(link, now, Delivery.READ);
      }
      if (choices(campaign.path()).contains(said) && said != Said.READ) {
        answer(link, campaign, said);
      }
      return shown(link, campaign);
    });
  }

  private void answer(Link link, Campaign campaign, Said said) {
    boolean consents = said == Said.CONSENT;
    TransferAnswer answer = consents ? TransferAnswer.CONSENTED : TransferAnswer.OBJECTED;
    TransferAnswer other = consents ? TransferAnswer.OBJECTED : TransferAnswer.CONSENTED;
    List<PersonId> person = List.of(link.person());
    ToldRows told = register.told();
    if (told.standing(link.company(), link.campaign(), person, answer) > 0) {
      return;
    }
    facts.changed(link.company());
    long changed = told.standing(link.company(), link.campaign(), person, other);
    ConsentMethod method = consents ? ConsentMethod.ACCEPT : ConsentMethod.REFUSE;
    told.answer(link.company(), link.campaign(), person, answer, method, WHO, clock.instant());
    register.tallies()
        .add(link.company(), link.campaign(), new Tally().answered(answer, 1).answered(other, -changed));
    Json.Object details = Json.object()
        .with("campaign", link.campaign().toString())
        .with("people", 1)
        .with("method", method.code())
        .with("by", "link");
    boolean late = left(link.company(), campaign).isPresent();
    ledger.write(link.company(),
        ledger.line(WHO, consents ? Act.CONSENT_GIVEN : Act.CONSENT_OBJECTED)
            .inDeal(campaign.deal().toString())
            .with(late ? details.with("late", true) : details));
  }

  private Delivery lock(Link link) {
    return register.told()
        .lock(link.company(), link.campaign(), List.of(link.person()))
        .getOrDefault(link.person(), Delivery.NONE);
  }

  private void move(Link link, Delivery from, Delivery to) {
    facts.changed(link.company());
    List<PersonId> person = List.of(link.person());
    int moved = register.told().moveOn(link.company(), link.campaign(), person, from, to, clock.instant());
    register.tallies().add(link.company(), link.campaign(), new Tally().moved(from, to, moved));
  }

  private Shown shown(Link link, Campaign campaign) {
    boolean read = lock(link) == Delivery.READ;
    TransferAnswer stands = register.told()
        .answers(link.company(), campaign.deal(), List.of(link.person()))
        .getOrDefault(link.person(), TransferAnswer.NOTIFIED);
    return new Shown(register.campaigns().notice(link.company(), campaign), choices(campaign.path()), stands,
        read, left(link.company(), campaign));
  }

  /** What a notice on this path asks: consent where law asks for it, objecting where it is possible. */
  private static Set<Said> choices(LegalPath path) {
    return switch (path) {
      case NOTHING_MOVES -> EnumSet.of(Said.READ);
      case SUCCESSION_22 -> EnumSet.of(Said.OBJECT, Said.READ);
      case PROVISION_23 -> EnumSet.of(Said.CONSENT, Said.OBJECT);
    };
  }

  private Optional<Instant> left(CompanyId company, Campaign campaign) {
    return departures.flatMap(above -> above.left(company, campaign.deal()));
  }

  private interface Work {
    Shown with(Link link, Campaign campaign);
  }

  private Optional<Shown> at(String token, Work work) {
    return register.links()
        .find(token, clock.instant())
        .flatMap(link -> storage.in(link.company(),
            () -> register.campaigns()
                .find(link.company(), link.campaign())
                .map(campaign -> work.with(link, campaign))));
  }
}
