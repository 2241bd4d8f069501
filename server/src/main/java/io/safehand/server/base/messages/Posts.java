package io.safehand.server.base.messages;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.Settings;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * The ways out for letters to customers: by the company's own mail server, over TLS whose certificate fits the host
 * unless the server is on this machine; or into the sink of this process. May be used by many threads.
 */
@Component
public final class Posts {
  private final Storage storage;
  private final MailSettings settings;
  private final Gateways gateways;
  private final Sink sink;
  private final Clock clock;
  private final Settings.Mail operator;
  private final Sending sending = new Sending((SSLSocketFactory) SSLSocketFactory.getDefault());

  Posts(Storage storage, MailSettings settings, Gateways gateways, Sink sink, Clock clock,
      Settings operator) {
    this.storage = storage;
    this.settings = settings;
    this.gateways = gateways;
    this.sink = sink;
    this.clock = clock;
    this.operator = operator.mail();
  }

  /** Whether letters end inside this process. */
  public boolean isSink() {
    return operator.sink();
  }

  public boolean hasMail(CompanyId company) {
    return operator.sink() || storage.in(company, () -> settings.find(company))
        .filter(server -> server.isAllowed(operator.inside()))
        .isPresent();
  }

  public boolean hasTexts(CompanyId company) {
    return operator.sink() || gateways.gateway(company).filter(gateways::isAllowed).isPresent();
  }

  /**
   * Opens a way for short messages; empty when the company has no gateway, or one that the operator does not allow.
   *
   * @param address how others name this server; reports come back there
   */
  public Optional<Post> texts(CompanyId company, String address) {
    if (operator.sink()) {
      return Optional.of(sink.open());
    }
    return gateways.gateway(company)
        .filter(gateways::isAllowed)
        .map(gateway -> new HttpPost(gateway, gateways.secret(company),
            address + "/api/v1/callbacks/sms/" + gateway.id(), clock));
  }

  /** Opens a way for mail; empty when the company has no mail server, or one that the operator does not allow. */
  public Optional<Post> mail(CompanyId company) {
    if (operator.sink()) {
      return Optional.of(sink.open());
    }
    Optional<PersonalText> password = storage.in(company, () -> settings.password(company));
    return storage.in(company, () -> settings.find(company))
        .filter(server -> server.isAllowed(operator.inside()))
        .map(server -> new SmtpPost(server, password, sending.how(server), clock));
  }
}
