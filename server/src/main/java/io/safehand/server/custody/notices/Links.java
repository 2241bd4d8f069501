package io.safehand.server.custody.notices;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.start.Listening;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.stereotype.Component;

/**
 * Draws the personal links of a notice: 256 random bits, of which only the SHA-256 is kept. May be used by many threads.
 */
@Component
final class Links {
  /** Answers that come late are recorded too. */
  private static final Duration AFTER_THE_ANSWER = Duration.ofDays(180);
  private static final int TOKEN_BYTES = 32;
  private static final int USUAL_PORT = 8080;

  private final LinkRows rows;
  private final Listening listening;
  private final SecureRandom random;
  private volatile int port = USUAL_PORT;

  Links(LinkRows rows, Listening listening, SecureRandom random) {
    this.rows = rows;
    this.listening = listening;
    this.random = random;
  }

  @EventListener
  void listensAt(WebServerInitializedEvent started) {
    port = started.getWebServer().getPort();
  }

  /** One more link for each; called inside a transaction of the company. */
  Map<PersonId, String> draw(CompanyId company, Campaign campaign, Collection<PersonId> people) {
    Map<PersonId, String> tokens = HashMap.newHashMap(people.size());
    people.forEach(person -> tokens.put(person, token()));
    rows.add(company, campaign.id(), tokens, campaign.answerUntil().plus(AFTER_THE_ANSWER));
    return tokens;
  }

  /** What a person opens. */
  String url(String token) {
    return address() + "/n/" + token;
  }

  /** How others name this server. */
  String address() {
    return listening.address().map(URI::toString).orElseGet(() -> listening.url(port));
  }

  private String token() {
    byte[] bits = new byte[TOKEN_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
