package io.safehand.server.base.messages;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of a company's mail server. Called inside a transaction of the company. */
@Component
final class MailSettings {
  private static final String PLACE = "messages.settings.password";

  private final JdbcClient jdbc;
  private final SealedTexts texts;

  MailSettings(Storage storage, SealedTexts texts) {
    this.jdbc = storage.jdbc();
    this.texts = texts;
  }

  Optional<MailServer> find(CompanyId company) {
    return jdbc.sql("select host, port, security, login, sender from messages.settings where company_id = ?")
        .param(company.value())
        .query((row, n) -> new MailServer(row.getString(1), row.getInt(2),
            MailServer.Security.valueOf(row.getString(3)), row.getString(4), row.getString(5)))
        .optional();
  }

  Optional<PersonalText> password(CompanyId company) {
    return jdbc.sql("select password from messages.settings where company_id = ? and password is not null")
        .param(company.value())
        .query(byte[].class)
        .optional()
        .map(sealed -> texts.open(company, PLACE, sealed));
  }

  /** An empty password leaves the one that is there, when server and login stay; else there is none. */
  void put(CompanyId company, MailServer server, PersonalText password) {
    boolean stays = password.isEmpty()
        && find(company).filter(now -> now.host().equals(server.host()) && now.login().equals(server.login()))
            .isPresent();
    Optional<PersonalText> kept = stays
        ? password(company)
        : Optional.of(password).filter(text -> !text.isEmpty());
    jdbc.sql("delete from messages.settings where company_id = ?").param(company.value()).update();
    jdbc.sql("""
        insert into messages.settings (company_id, host, port, security, login, sender, password)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), server.host(), server.port(), server.security().name(), server.login(),
            server.sender())
        .param(kept.map(text -> texts.seal(company, PLACE, text)).orElse(null))
        .update();
  }
}
