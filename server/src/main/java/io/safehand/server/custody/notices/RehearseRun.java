package io.safehand.server.custody.notices;

import io.safehand.core.custody.Addressing;
import io.safehand.core.custody.Addressing.Addressed;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.json.Json;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.RunKind;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Goes through everybody as a sending would, and sends nothing: whom it would reach by which channel, and whom not. */
@Component
final class RehearseRun implements RunKind {
  static final String CODE = "notices.rehearse";
  private static final int LEAVES_AT_ONCE = 16;

  private final Storage storage;
  private final Register register;
  private final Addressees addressees;
  private final RehearsalRows rows;
  private final Access access;
  private final Clock clock;

  RehearseRun(Storage storage, Register register, Addressees addressees, RehearsalRows rows, Access access,
      Clock clock) {
    this.storage = storage;
    this.register = register;
    this.addressees = addressees;
    this.rows = rows;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void go(Run run, Account by, Progress progress) {
    access.require(run.company(), by, Role.SELLER_OFFICER, Role.SELLER_LAWYER);
    CompanyId company = run.company();
    Campaign campaign = storage.in(company,
        () -> register.campaigns().find(company, Campaigns.id(run)).orElseThrow());
    SortedMap<String, Long> people = new TreeMap<>();
    Step step = new Step(campaign, by, people);
    int end = addressees.leaves(company);
    progress.of(addressees.live(company));
    for (int leaf = 0; leaf < end; leaf += LEAVES_AT_ONCE) {
      step.rehearse(leaf, Math.min(LEAVES_AT_ONCE, end - leaf));
      progress.reached(people.values().stream().mapToLong(Long::longValue).sum());
    }
    storage.run(company, () -> rows.put(company, campaign.id(), people, clock.instant()));
  }

  /** One going through. For one thread. */
  private final class Step implements Addressing.Wanted {
    private final Campaign campaign;
    private final Account by;
    private final SortedMap<String, Long> people;
    private final List<FieldRule> fields;
    private final Addressing addressing;

    Step(Campaign campaign, Account by, SortedMap<String, Long> people) {
      this.campaign = campaign;
      this.by = by;
      this.people = people;
      this.fields = addressees.addresses(by.company(), campaign.plan().channels());
      this.addressing = addressees.addressing(by.company());
    }

    void rehearse(int firstLeaf, int leaves) {
      Errand errand = new Errand(by.who(), "notice", campaign.id().toString(), campaign.deal().toString());
      addressing
          .address(custody -> meant(custody, firstLeaf, leaves), this, errand,
              Json.object().with("campaign", campaign.id().toString()).with("dry", true))
          .forEach(this::count);
    }

    private List<SealedRecord> meant(Custody custody, int firstLeaf, int leaves) {
      List<SealedRecord> meant = addressees.meant(by.company(), campaign,
          custody.records().heldInLeaves(firstLeaf, leaves));
      Map<PersonId, Delivery> told = register.told()
          .lock(by.company(), campaign.id(), meant.stream().map(SealedRecord::person).toList());
      long before = told.values().stream().filter(delivery -> !delivery.isOpen()).count();
      if (before > 0) {
        people.merge("told", before, Long::sum);
      }
      return meant.stream()
          .filter(record -> told.getOrDefault(record.person(), Delivery.NONE).isOpen())
          .toList();
    }

    private void count(Addressed one) {
      if (campaign.plan()
          .segment()
          .language()
          .filter(wanted -> wanted != Addressees.read(one.language()))
          .isEmpty()) {
        people.merge(what(one), 1L, Long::sum);
      }
    }

    private String what(Addressed one) {
      Optional<Channel> channel = one.field()
          .flatMap(
              field -> campaign.plan().channels().stream().filter(known -> known.takes(field)).findFirst());
      if (channel.isEmpty()) {
        return "none " + one.closed().values().stream().findFirst().orElse("field.not-held");
      }
      return Addressees.isUsable(channel.get(), one.address())
          ? channel.get().code()
          : "none address.malformed";
    }

    @Override
    public List<FieldRule> addresses(PersonId person) {
      return fields;
    }

    @Override
    public Optional<FieldRule> language() {
      return addressees.language(by.company());
    }
  }
}
