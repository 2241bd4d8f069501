package io.safehand.server.base.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another house that speaks OpenID Connect, over real HTTP with signed tokens; can be told to lie. */
public final class FakeHouse implements AutoCloseable {
  static final String CLIENT = "safehand";

  private final ECKey key = draw("the key");
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private final HttpServer server = open();
  /** The clock of the token. */
  public Clock clock = Clock.systemUTC();
  /** What it changes in each token before it signs. */
  UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
  /** What it signs with. */
  ECKey signing = key;
  boolean signs = true;
  /** Who sits at the browsers that come there. */
  public volatile String subject = "somebody";

  ECKey own() {
    return key;
  }

  private record Asked(String subject, String nonce, String challenge, String redirect) {}

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A browser comes there and its person signs in. @return the code that it brings back */
  String signIn(URI asked, String subject) {
    Map<String, String> values = values(asked.getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Asked(subject, value(values, "nonce"), value(values, "code_challenge"),
        value(values, "redirect_uri")));
    return code;
  }

  static String state(URI asked) {
    return value(values(asked.getRawQuery()), "state");
  }

  static ECKey draw(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private HttpServer open() {
    try {
      HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      opened.createContext("/.well-known/openid-configuration",
          exchange -> send(exchange,
              Json.object()
                  .with("issuer", issuer())
                  .with("authorization_endpoint", issuer() + "/authorize")
                  .with("token_endpoint", issuer() + "/token")
                  .with("jwks_uri", issuer() + "/keys")
                  .canonical()));
      opened.createContext("/keys", exchange -> send(exchange,
          new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8)));
      opened.createContext("/authorize", exchange -> {
        URI asked = exchange.getRequestURI();
        exchange.getResponseHeaders()
            .set("Location", value(values(asked.getRawQuery()), "redirect_uri") + "?code="
                + signIn(asked, subject) + "&state=" + state(asked));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
      });
      opened.createContext("/token", this::token);
      opened.start();
      return opened;
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = values(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Asked asked = codes.remove(value(form, "code"));
    String challenge = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(value(form, "code_verifier").getBytes(StandardCharsets.US_ASCII)));
    if (asked == null || !asked.challenge().equals(challenge)
        || !asked.redirect().equals(value(form, "redirect_uri"))) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    send(exchange, Json.object().with("token_type", "Bearer").with("id_token", token(asked)).canonical());
  }

  private String token(Asked asked) {
    JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder().issuer(issuer())
        .audience(CLIENT)
        .subject(asked.subject())
        .claim("nonce", asked.nonce())
        .claim("email", "officer@office.example")
        .issueTime(Date.from(clock.instant()))
        .expirationTime(Date.from(clock.instant().plusSeconds(300)))).build();
    try {
      if (!signs) {
        return new PlainJWT(claims).serialize();
      }
      SignedJWT signed = new SignedJWT(
          new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      signed.sign(new ECDSASigner(signing));
      return signed.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String value(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }

  private static Map<String, String> values(String form) {
    return Stream.of(form.split("&"))
        .map(value -> value.split("=", 2))
        .collect(Collectors.toMap(value -> value[0],
            value -> URLDecoder.decode(value[1], StandardCharsets.UTF_8)));
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
