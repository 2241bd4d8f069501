package io.safehand.server.base.messages;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Party;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.Settings;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Mail to a company's own people, by the company's own server. A mail says what happened and where to look, in Chinese
 * and English, and nothing about any customer. May be used by many threads.
 */
@Component
public final class Mails {
  private final Storage storage;
  private final MailSettings settings;
  private final Access access;
  private final Parties parties;
  private final Ledger ledger;
  private final MessageSource texts;
  private final boolean privateToo;
  private final Sending sending = new Sending((SSLSocketFactory) SSLSocketFactory.getDefault());

  Mails(Storage storage, MailSettings settings, Access access, Parties parties, Ledger ledger,
      MessageSource texts, Settings operator) {
    this.storage = storage;
    this.settings = settings;
    this.access = access;
    this.parties = parties;
    this.ledger = ledger;
    this.texts = texts;
    this.privateToo = operator.mail().inside();
  }

  /** What came of a mail. */
  public enum Outcome {
    SENT, NO_SERVER, NO_ADDRESS, NOT_TAKEN
  }

  public Optional<MailServer> server(Account by) {
    return storage.in(by.company(), () -> settings.find(by.company()));
  }

  /**
   * Says by which server mail goes out from now on.
   *
   * @param password empty: the one that is there stays, unless host or login change
   * @return false, and nothing changes, when something is malformed, mail would leave this machine in clear, or
   *         the server lies where the operator does not allow it
   * @throws io.safehand.server.base.access.NotAllowed when {@code by} is no administrator
   */
  public boolean set(Account by, MailServer server, PersonalText password) {
    access.require(by.company(), by, Role.ADMINISTRATOR);
    if (!server.isWellFormed() || !server.isAllowed(privateToo)) {
      return false;
    }
    storage.run(by.company(), () -> {
      settings.put(by.company(), server, password);
      ledger.write(by.company(), by.who(), Act.MAIL_SETTINGS,
          Json.object().with("security", server.security().name()).with("port", server.port()));
    });
    return true;
  }

  /** Sends a mail to whom an account belongs to. Its line is in the log before the server gets it. */
  public Outcome send(CompanyId company, AccountId to, Mail mail) {
    Optional<MailServer> server = storage.in(company, () -> settings.find(company));
    Optional<PersonalText> address = parties.person(company, to)
        .map(Party::mail)
        .filter(known -> !known.isEmpty());
    if (server.isEmpty() || address.isEmpty()) {
      return server.isEmpty() ? Outcome.NO_SERVER : Outcome.NO_ADDRESS;
    }
    ledger.write(company, to.toString(), Act.MAIL_SENT,
        Json.object().with("kind", mail.kind()).with("account", to.toString()));
    Optional<PersonalText> password = storage.in(company, () -> settings.password(company));
    return server.get().isAllowed(privateToo)
        && sending.send(server.get(), password, address.get(), words(mail))
            ? Outcome.SENT
            : Outcome.NOT_TAKEN;
  }

  private Sending.Words words(Mail mail) {
    Object[] values = mail.values();
    String subject = text(mail, "subject", values, Locale.SIMPLIFIED_CHINESE) + " · "
        + text(mail, "subject", values, Locale.ENGLISH);
    return new Sending.Words(subject, text(mail, "body", values, Locale.SIMPLIFIED_CHINESE) + "\n\n"
        + text(mail, "body", values, Locale.ENGLISH) + "\n");
  }

  private String text(Mail mail, String part, Object[] values, Locale locale) {
    return texts.getMessage("mail." + mail.kind() + "." + part, values, locale);
  }
}
