package io.safehand.server.custody.consent;

import io.safehand.core.handover.consent.AnsweredNotice;
import io.safehand.core.handover.consent.AskedPurpose;
import io.safehand.core.handover.consent.ConsentAct;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.handover.consent.Handling;
import io.safehand.core.handover.consent.InformationType;
import io.safehand.core.hash.Sha256;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signed receipts of consent events, made when somebody first asks: docs/formats/consent-receipt.md. Whoever asks again
 * gets the same bytes. They go with the person. May be used by many threads.
 */
@Component
public final class Receipts {
  private static final List<String> WITHDRAWAL = List.of("counter", "phone", "paper");
  private static final List<String> RIGHTS = List.of("know", "decide", "copy", "port", "correct", "complete",
      "delete", "restrict", "object", "withdraw", "explain", "complain");

  private final Storage storage;
  private final Histories histories;
  private final HistoryRows rows;
  private final NoticeRows notices;
  private final Inventories inventories;
  private final Access access;
  private final Keys keys;
  private final Ledger ledger;

  Receipts(Storage storage, Histories histories, HistoryRows rows, NoticeRows notices,
      Inventories inventories, Access access, Keys keys, Ledger ledger) {
    this.storage = storage;
    this.histories = histories;
    this.rows = rows;
    this.notices = notices;
    this.inventories = inventories;
    this.access = access;
    this.keys = keys;
    this.ledger = ledger;
  }

  /**
   * The receipt of this event of this person; empty when there is none of this id. Whoever calls has asked whether it may
   * be given.
   *
   * @param who on whose account it is given out
   */
  public Optional<byte[]> of(CompanyId company, PersonId person, UUID event, String who) {
    return storage.in(company,
        () -> histories.find(company, person, event).map(answer -> given(company, person, answer, who)));
  }

  private byte[] given(CompanyId company, PersonId person, RecordedAnswer answer, String who) {
    byte[] file = rows.receipt(company, person, answer.id())
        .orElseGet(() -> rows.receipt(company, person, answer.id(),
            receipt(company, person, answer).sign(keys.signing()).file()));
    ledger.write(company,
        ledger.line(who, Act.CONSENT_RECEIPT)
            .forPurpose(answer.purpose().code())
            .with(Json.object().with("event", answer.id().toString()).with("sha256", Sha256.hex(file))));
    return file;
  }

  private ConsentReceipt receipt(CompanyId company, PersonId person, RecordedAnswer answer) {
    Inventory inventory = inventories.current(company);
    return new ConsentReceipt(answer.id().toString(), pseudonym(company, person), notice(company, answer),
        purpose(inventory, answer.purpose()), information(inventory, answer.purpose()),
        handling(company, answer), act(answer));
  }

  /** Tells nothing about the person, and nothing that another company's receipts tell. */
  private static String pseudonym(CompanyId company, PersonId person) {
    return Sha256.hex("safehand consent receipt person\n" + company + "\n" + person);
  }

  private Optional<AnsweredNotice> notice(CompanyId company, RecordedAnswer answer) {
    return notices.version(company, answer.purpose(), answer.notice())
        .map(notice -> new AnsweredNotice(notice.version(), notice.sha256(answer.language()),
            answer.language(), answer.served()));
  }

  /** A purpose that the inventory does not declare any more is called by its code. */
  private static AskedPurpose purpose(Inventory inventory, Purpose purpose) {
    return inventory.purpose(purpose)
        .map(rule -> new AskedPurpose(purpose.code(), rule.titleZh(), rule.titleEn()))
        .orElseGet(() -> new AskedPurpose(purpose.code(), purpose.code(), purpose.code()));
  }

  private static List<InformationType> information(Inventory inventory, Purpose purpose) {
    return inventory.fields()
        .stream()
        .filter(field -> field.basis() == Basis.CONSENT && field.purposes().contains(purpose))
        .map(Receipts::type)
        .toList();
  }

  private static InformationType type(FieldRule field) {
    return new InformationType(field.name().text(), field.category().code(), field.isSensitive(),
        field.required(), field.retention().toString());
  }

  private Handling handling(CompanyId company, RecordedAnswer answer) {
    String name = access.company(company).map(Company::name).orElseThrow();
    return new Handling(name, ledger.place(company).origin(), List.of(), false,
        List.of(answer.isImported() ? "from-file" : "from-person"), List.of("collect", "store", "use"),
        "handler-vault", WITHDRAWAL, RIGHTS, Optional.empty());
  }

  private static ConsentAct act(RecordedAnswer answer) {
    return new ConsentAct(answer.at(), answer.recorded(), answer.validUntil(), answer.speaker().code(),
        answer.type(), answer.state().name(), answer.method(), answer.surface(), answer.separate(),
        answer.provenance());
  }
}
