package io.safehand.server.custody.notices;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.BulkReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * People whom staff tell: by WeChat, by letter, at the counter. Whoever lists them reads many people and needs the unlock
 * for it; no field is in full, and each person has a link of their own. May be used by many threads.
 */
@Component
public final class ByHand {
  private final Storage storage;
  private final Access access;
  private final Register register;
  private final Links links;
  private final BulkReads reads;
  private final Notices notices;

  ByHand(Storage storage, Access access, Register register, Links links, BulkReads reads, Notices notices) {
    this.storage = storage;
    this.access = access;
    this.register = register;
    this.links = links;
    this.reads = reads;
    this.notices = notices;
  }

  /** Somebody who waits, as staff recognise them, with a link that was drawn for this list. */
  public record Waiting(PersonId person, View view, String link) {
    @Override
    public String toString() {
      return "person " + person;
    }
  }

  /** The next of those who wait, or why they are not listed. */
  public sealed interface Listing {
    record Next(List<Waiting> people) implements Listing {}

    record Refused(BulkReads.Refusal why) implements Listing {}
  }

  /**
   * Lists those who wait.
   *
   * @param purpose for which the fields that identify them are seen
   * @throws io.safehand.server.base.access.NotAllowed when the account is no officer, lawyer or staff of the seller
   */
  public Listing list(Account by, CampaignId id, Purpose purpose, int most) {
    access.require(by.company(), by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.STAFF);
    List<PersonId> people = storage.in(by.company(),
        () -> register.told().at(by.company(), id, Delivery.BY_HAND, Optional.empty(), most));
    Optional<BulkReads.Refusal> refusal = reads.begin(by, people.size(), purpose, id.toString());
    if (refusal.isPresent()) {
      return new Listing.Refused(refusal.get());
    }
    Map<PersonId, String> tokens = storage.in(by.company(),
        () -> register.campaigns()
            .find(by.company(), id)
            .map(campaign -> links.draw(by.company(), campaign, people))
            .orElse(Map.of()));
    List<Waiting> waiting = new ArrayList<>();
    for (PersonId person : people) {
      view(by, person, purpose, id).ifPresent(
          view -> waiting.add(new Waiting(person, view, links.url(tokens.getOrDefault(person, "")))));
    }
    return new Listing.Next(waiting);
  }

  /** Who was shredded meanwhile is left out. */
  private Optional<View> view(Account by, PersonId person, Purpose purpose, CampaignId id) {
    try {
      return Optional.of(reads.read(by, person, purpose, id.toString()));
    } catch (UnknownPerson gone) {
      return Optional.empty();
    }
  }

  /** Records, in the name of who says so, that one person was told, or cannot be; false when that was known. */
  public boolean attest(Account by, CampaignId id, PersonId person, boolean told) {
    Set<PersonId> one = Set.of(person);
    return (told
        ? notices.deliver(by.company(), id, one, by)
        : notices.undeliverable(by.company(), id, one, by)) > 0;
  }
}
