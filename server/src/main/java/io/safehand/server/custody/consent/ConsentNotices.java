package io.safehand.server.custody.consent;

import io.safehand.core.hash.Sha256;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What people are asked to consent to, purpose by purpose. Every answer is bound to the version that the person had; once
 * a version changes the meaning, answers to older ones open nothing from the next read on, and people have to be asked
 * anew. May be used by many threads.
 */
@Component
public final class ConsentNotices {
  private final Storage storage;
  private final Access access;
  private final Facts facts;
  private final Ledger ledger;
  private final NoticeRows rows;
  private final Inventories inventories;
  private final Clock clock;

  ConsentNotices(Storage storage, Access access, Facts facts, Ledger ledger, NoticeRows rows,
      Inventories inventories, Clock clock) {
    this.storage = storage;
    this.access = access;
    this.facts = facts;
    this.ledger = ledger;
    this.rows = rows;
    this.inventories = inventories;
    this.clock = clock;
  }

  /** What a notice says, in both languages. */
  public record Text(String zh, String en) {
    public Text {
      if (zh.isBlank() || en.isBlank()) {
        throw new IllegalArgumentException("a notice says something in both languages");
      }
    }
  }

  /** Puts this text behind the purpose's present one; with a changed meaning all earlier answers are invalid. */
  public ConsentNotice publish(Purpose purpose, Text text, boolean meaningChanged, Account by) {
    CompanyId company = by.company();
    access.require(company, by, Role.SELLER_OFFICER, Role.BUYER_OFFICER, Role.SELLER_LAWYER);
    return storage.in(company, () -> {
      facts.keepStill(company);
      facts.changed(company);
      int version = rows.newest(company, purpose).map(ConsentNotice::version).orElse(0) + 1;
      ConsentNotice notice = new ConsentNotice(purpose, version, text.zh(), Sha256.hex(text.zh()), text.en(),
          Sha256.hex(text.en()), meaningChanged, clock.instant());
      rows.add(company, notice, by.who());
      ledger.write(company,
          ledger.line(by.who(), Act.CONSENT_NOTICE)
              .forPurpose(purpose.code())
              .with(Json.object()
                  .with("version", version)
                  .with("zh", notice.zhSha256())
                  .with("en", notice.enSha256())
                  .with("meaningChanged", meaningChanged)));
      return notice;
    });
  }

  /** The purposes that rest on consent, in the order of the inventory in force; none without one. */
  public List<PurposeRule> purposes(CompanyId company) {
    return inventories.adopted(company)
        .map(Adopted::inventory)
        .map(inventory -> inventory.purposes()
            .stream()
            .filter(rule -> inventory.fields()
                .stream()
                .anyMatch(
                    field -> field.basis() == Basis.CONSENT && field.purposes().contains(rule.purpose())))
            .toList())
        .orElse(List.of());
  }

  /** What people are asked now; empty when the purpose has no notice yet. */
  public Optional<ConsentNotice> current(CompanyId company, Purpose purpose) {
    return storage.in(company, () -> rows.newest(company, purpose));
  }
}
