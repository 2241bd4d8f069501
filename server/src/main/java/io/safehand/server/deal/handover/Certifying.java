package io.safehand.server.deal.handover;

import io.safehand.core.custody.stored.Kept;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.ErasedCopy;
import io.safehand.core.handover.document.KeptPart;
import io.safehand.core.handover.document.Node;
import io.safehand.core.handover.document.SlotErasure;
import io.safehand.core.handover.document.Stage;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.retention.Destroyed;
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

  Certificate certificate(Deal deal, Matter decided, Ended ended) {
    CompanyId seller = deal.terms().seller();
    Optional<String> manifest = handOvers.manifest(seller, deal.id());
    Destroyed destroyed = ended.destroyed();
    return new Certificate(ids.next().toString(), DealPapers.deal(deal), manifest,
        handOvers.receipt(seller, deal.id()),
        new io.safehand.core.handover.document.Destroyed(destroyed.before(), destroyed.people(),
            destroyed.commitments().root()),
        ended.keys(), ended.tags(), slots(ended), List.of(new Node(NODE, Optional.of(destroyed.at()), false)),
        manifest.map(Certifying::packageCopy).stream().toList(), kept(destroyed.kept()),
        held(destroyed.held()), List.of(), performer(destroyed, decided), approver(decided),
        SlotErasure.valueOf(keys.mode().name()), List.of("PIPL 22", "PIPL 47"),
        inventories.current(seller).version(), DealPapers.state(ledger, seller), ended.tagsAt());
  }

  private List<ErasedCopy> slots(Ended ended) {
    List<String> silent = ended.keys().waitingFor();
    return keys.rootCopies()
        .stream()
        .map(copy -> new ErasedCopy(copy,
            silent.contains(copy) ? Optional.empty() : Optional.of(ended.destroyed().at())))
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

  private static Approval performer(Destroyed destroyed, Matter decided) {
    return new Approval(destroyed.by(), "performer", decided.id().value().toString(), destroyed.at());
  }

  private static Approval approver(Matter decided) {
    Matter.Vote vote = decided.votes().getFirst();
    return new Approval(vote.by().toString(), "approver", decided.id().value().toString(), vote.at());
  }

  /**
   * How a destruction went.
   *
   * @param keysConfirmed whether every copy is known to have erased the old root at that time
   * @param unconfirmed copies that still hold a root after the index key was erased, too
   */
  record Ended(Destroyed destroyed, boolean keysConfirmed, List<String> unconfirmed, Instant tagsAt) {
    /** Erasing the index key erases every older root once more. */
    Stage keys() {
      return keysConfirmed ? Stage.done(destroyed.at()) : tags();
    }

    Stage tags() {
      return unconfirmed.isEmpty()
          ? Stage.done(tagsAt)
          : Stage.pending(tagsAt.plus(CONFIRMED_WITHIN), unconfirmed);
    }
  }
}
