package io.safehand.server.deal.handover;

import io.safehand.core.custody.Kept;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.Destroyed;
import io.safehand.core.handover.document.ErasedCopy;
import io.safehand.core.handover.document.KeptPart;
import io.safehand.core.handover.document.Node;
import io.safehand.core.handover.document.SlotErasure;
import io.safehand.core.handover.document.Stage;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.retention.Destruction;
import io.safehand.server.deal.deals.Deal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Says of a destruction what is true of it, and nothing else. */
@Component
final class Certifying {
  /** When what could not confirm is to be asked again at the latest. */
  private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);
  /** This version runs on one server at a time. */
  private static final String NODE = "node-1";

  private final HandOvers handOvers;
  private final Inventories inventories;
  private final Ledger ledger;
  private final Keys keys;
  private final BusinessIds ids;

  Certifying(HandOvers handOvers, Inventories inventories, Ledger ledger, Keys keys, BusinessIds ids) {
    this.handOvers = handOvers;
    this.inventories = inventories;
    this.ledger = ledger;
    this.keys = keys;
    this.ids = ids;
  }

  Certificate certificate(Deal deal, Matter decided, Account by, Ended ended) {
    CompanyId seller = deal.terms().seller();
    Optional<String> manifest = handOvers.manifest(seller, deal.id());
    Destruction.Result result = ended.result();
    return new Certificate(ids.next().toString(), DealPapers.deal(deal), manifest,
        handOvers.receipt(seller, deal.id()),
        new Destroyed(ended.before(), result.shredded().destroyed(), result.shredded().commitments().root()),
        ended.keys(), ended.tags(), slots(ended), List.of(new Node(NODE, Optional.of(ended.keysAt()), false)),
        manifest.map(Certifying::packageCopy).stream().toList(), kept(result.kept()), held(result.held()),
        List.of(), performer(by, decided, ended.tagsAt()), approver(decided), SlotErasure.valueOf(keys.mode()
            .name()),
        List.of("PIPL 22", "PIPL 47"), inventories.current(seller).version(), DealPapers.state(ledger,
            seller),
        ended.tagsAt());
  }

  private List<ErasedCopy> slots(Ended ended) {
    List<String> silent = ended.keys().waitingFor();
    return keys.rootCopies()
        .stream()
        .map(copy -> new ErasedCopy(copy, silent.contains(copy)
            ? Optional.empty()
            : Optional.of(ended.keysAt())))
        .toList();
  }

  private static ErasedCopy packageCopy(String manifest) {
    return new ErasedCopy("package-" + manifest.substring(0, 16), Optional.empty());
  }

  private static List<KeptPart> kept(SortedMap<Kept, Long> kept) {
    return kept.entrySet().stream().map(Certifying::part).toList();
  }

  private static KeptPart part(Map.Entry<Kept, Long> people) {
    return new KeptPart(people.getKey().rule(), people.getValue(), Optional.of(people.getKey().until()));
  }

  private static List<KeptPart> held(long people) {
    return people == 0 ? List.of() : List.of(new KeptPart("hold.keep", people, Optional.empty()));
  }

  private static Approval performer(Account by, Matter decided, Instant at) {
    return new Approval(by.who(), "performer", decided.id().value().toString(), at);
  }

  private static Approval approver(Matter decided) {
    Matter.Vote vote = decided.votes().getFirst();
    return new Approval(vote.by().toString(), "approver", decided.id().value().toString(), vote.at());
  }

  /**
   * How a destruction went.
   *
   * @param before people there were
   * @param keysAt when the old root was erased, in the copies that confirmed
   * @param tagsUnconfirmed copies that still hold a root after the index key was erased, too
   */
  record Ended(long before, Destruction.Result result, Instant keysAt, List<String> tagsUnconfirmed,
      Instant tagsAt) {
    /** Erasing the index key erases every older root once more. */
    Stage keys() {
      return result.shredded().unconfirmed().isEmpty() ? Stage.done(keysAt) : tags();
    }

    Stage tags() {
      return tagsUnconfirmed.isEmpty()
          ? Stage.done(tagsAt)
          : Stage.pending(tagsAt.plus(CONFIRMED_WITHIN), tagsUnconfirmed);
    }
  }
}
