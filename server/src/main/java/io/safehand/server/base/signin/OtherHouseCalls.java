package io.safehand.server.base.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.safehand.core.json.Json;
import io.safehand.server.start.Listening;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls to another house: ten seconds each, no redirect followed, never in clear but on this machine. */
final class OtherHouseCalls {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER_BYTES = 1 << 18;
  private static final int GOOD = 200;

  private final HttpClient client = HttpClient.newBuilder()
      .connectTimeout(LONGEST)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();
  private volatile @Nullable Description known;

  /** What the house says of itself. */
  record Description(String authorization, String token, JWKSource<SecurityContext> keys) {}

  /** Asked for once, until a start. */
  Description describe(String issuer) throws IOException {
    Description before = known;
    if (before != null) {
      return before;
    }
    Json.Object said = send(to(URI.create(issuer + "/.well-known/openid-configuration")).build());
    if (!said.text("issuer").equals(issuer)) {
      throw new IOException("another house describes itself there");
    }
    Description found = new Description(safe(said.text("authorization_endpoint")).toString(),
        safe(said.text("token_endpoint")).toString(),
        JWKSourceBuilder.create(safe(said.text("jwks_uri")).toURL()).build());
    known = found;
    return found;
  }

  HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(safe(address.toString()))
        .timeout(LONGEST)
        .header("Accept", "application/json");
  }

  Json.Object send(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != GOOD) {
          throw new IOException("the other house answered " + answer.statusCode());
        }
        return Json.parse(body.readNBytes(LONGEST_ANSWER_BYTES)).asObject();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  private static URI safe(String address) {
    URI uri = URI.create(address);
    if (!"https".equals(uri.getScheme()) && !Listening.isLoopback(String.valueOf(uri.getHost()))) {
      throw new IllegalArgumentException("the other house is to be called over TLS");
    }
    return uri;
  }
}
