package io.safehand.server.base.messages;

import io.safehand.core.json.Json;
import io.safehand.core.person.PersonalText;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Short messages through a gateway, one signed call each; docs/formats/sms-gateway.md. It is not followed elsewhere. */
final class HttpPost implements Post {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  /** It may be taken later: time out, too early, too many. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final Gateway gateway;
  private final PersonalText secret;
  private final String callback;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder()
      .followRedirects(HttpClient.Redirect.NEVER)
      .connectTimeout(TIMEOUT)
      .build();

  HttpPost(Gateway gateway, PersonalText secret, String callback, Clock clock) {
    this.gateway = gateway;
    this.secret = secret;
    this.callback = callback;
    this.clock = clock;
  }

  @Override
  public Posted post(Letter letter) {
    byte[] body = Json.object()
        .with("id", letter.reference())
        .with("to", letter.to().exposed())
        .with("text", letter.body().exposed())
        .with("sender", gateway.sender())
        .with("callback", callback)
        .canonical();
    HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", letter.reference())
        .header(Signature.HEAD, Signature.of(secret, clock.instant(), body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answered(answer.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException unreachable) {
      return new Posted(Posted.Outcome.NOT_NOW, "server.unreachable");
    } catch (IOException broken) {
      return new Posted(Posted.Outcome.IN_DOUBT, "connection.broken");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Posted(Posted.Outcome.IN_DOUBT, "connection.broken");
    }
  }

  private static Posted answered(int status) {
    Posted.Outcome outcome = Posted.Outcome.NOT_NOW;
    if (status / 100 == 2) {
      outcome = Posted.Outcome.TAKEN;
    } else if (status / 100 == 4 && !LATER.contains(status)) {
      outcome = Posted.Outcome.REFUSED;
    }
    return new Posted(outcome, String.valueOf(status));
  }

  @Override
  public void close() {
    http.close();
  }
}
