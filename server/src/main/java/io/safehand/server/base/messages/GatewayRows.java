package io.safehand.server.base.messages;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of gateways and of the reports that came from them. Called inside a transaction of the company. */
@Component
final class GatewayRows {
  private static final String PLACE = "messages.gateway.secret";

  private final Storage storage;
  private final SealedTexts texts;

  GatewayRows(Storage storage, SealedTexts texts) {
    this.storage = storage;
    this.texts = texts;
  }

  Optional<Gateway> find(CompanyId company) {
    return storage.jdbc()
        .sql("select gateway_id, url, sender from messages.gateway where company_id = ?")
        .param(company.value())
        .query((row, n) -> new Gateway(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Whose gateway it is; asked for no company. */
  Optional<CompanyId> owner(UUID gateway) {
    return storage.inNone(() -> storage.jdbc()
        .sql("select company_id from messages.gateway_owner where gateway_id = ?")
        .param(gateway)
        .query((row, n) -> new CompanyId(row.getObject(1, UUID.class)))
        .optional());
  }

  PersonalText secret(CompanyId company) {
    return texts.open(company, PLACE,
        storage.jdbc()
            .sql("select secret from messages.gateway where company_id = ?")
            .param(company.value())
            .query(byte[].class)
            .single());
  }

  void put(CompanyId company, Gateway gateway, PersonalText secret) {
    for (String table : new String[]{"gateway", "gateway_owner"}) {
      storage.jdbc()
          .sql("delete from messages." + table + " where company_id = ?")
          .param(company.value())
          .update();
    }
    storage.jdbc()
        .sql(
            "insert into messages.gateway (company_id, gateway_id, url, sender, secret) values (?, ?, ?, ?, ?)")
        .params(company.value(), gateway.id(), gateway.url(), gateway.sender(),
            texts.seal(company, PLACE, secret))
        .update();
    storage.jdbc()
        .sql("insert into messages.gateway_owner (gateway_id, company_id) values (?, ?)")
        .params(gateway.id(), company.value())
        .update();
  }

  /** False when a report with this number came before. */
  boolean isNew(CompanyId company, String nonce, Instant at) {
    return storage.jdbc()
        .sql("insert into messages.report (company_id, nonce, at) values (?, ?, ?) on conflict do nothing")
        .params(company.value(), nonce, at.atOffset(ZoneOffset.UTC))
        .update() == 1;
  }

  /** What is too old to count is not remembered. */
  void forget(CompanyId company, Instant before) {
    storage.jdbc()
        .sql("delete from messages.report where company_id = ? and at < ?")
        .params(company.value(), before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
