package io.safehand.server.deal.handover;

import io.safehand.core.custody.HandingOver;
import io.safehand.core.handover.manifest.AppliedRule;
import io.safehand.core.handover.manifest.MovedField;
import io.safehand.core.handover.manifest.PackageTerms;
import io.safehand.core.handover.manifest.RetentionLimit;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Suite;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Deal;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** What a package says of itself, and who goes into it. */
@Component
final class Packing {
  private final Vaults vaults;
  private final Inventories inventories;
  private final Disclosures disclosures;
  private final Notices notices;
  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  Packing(Vaults vaults, Inventories inventories, Disclosures disclosures, Notices notices, Ledger ledger,
      Clock clock, ZoneId zone, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.disclosures = disclosures;
    this.notices = notices;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  HandingOver.Packed pack(Deal deal, Inventory inventory, PackageWriter writer, LongConsumer progress)
      throws IOException {
    CompanyId seller = deal.terms().seller();
    TransferFacts facts = new TransferFacts(seller, deal.id(), disclosures.facts(seller), notices);
    return new HandingOver(vaults.of(seller), vaults.store(seller), facts, inventory, deal.terms().transfer(),
        clock, zone, random).pack(writer, progress);
  }

  PackageTerms terms(Deal deal, Inventory inventory) {
    CompanyId seller = deal.terms().seller();
    String inventoryHash = inventories.adopted(seller).orElseThrow().sha256();
    return new PackageTerms(DealPapers.deal(deal), "customers",
        new AppliedRule("cn.pipl." + deal.terms().path().name(), inventory.version(), inventoryHash),
        inventory.groups(), List.of(Suite.AES_256_GCM.number(), Suite.SM4_GCM_SM3.number()),
        inventory.fields().stream().map(Packing::moved).toList(),
        inventory.purposes()
            .stream()
            .filter(PurposeRule::travels)
            .map(rule -> rule.purpose().code())
            .toList(),
        inventory.fields().stream().map(Packing::limit).toList(), DealPapers.origin(ledger, seller));
  }

  private static RetentionLimit limit(FieldRule field) {
    return new RetentionLimit("field." + field.name(), LocalDate.EPOCH.plus(field.retention()).toEpochDay());
  }

  private static MovedField moved(FieldRule field) {
    return new MovedField(field.name(), field.group(), field.category().code(), field.sensitivity().name(),
        field.basis().name(), field.purposes().stream().map(purpose -> purpose.code()).sorted().toList());
  }
}
