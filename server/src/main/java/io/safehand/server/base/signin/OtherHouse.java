package io.safehand.server.base.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.safehand.server.start.Listening;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one house of the settings that may say who somebody is (OpenID Connect, authorization code with PKCE). Its tokens are
 * checked by Nimbus JOSE+JWT: signature by its published keys, issuer, audience, nonce, time.
 */
@Component
final class OtherHouse {
  static final String BACK = "/sign-in/elsewhere/back";
  private static final Logger LOG = LoggerFactory.getLogger(OtherHouse.class);
  private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256,
      JWSAlgorithm.ES256);

  private final Settings.Oidc settings;
  private final Listening listening;
  private final Clock clock;
  private final OtherHouseCalls calls = new OtherHouseCalls();

  OtherHouse(Settings settings, Listening listening, Clock clock) {
    this.settings = settings.oidc();
    this.listening = listening;
    this.clock = clock;
  }

  /** The host of the house; empty when the settings name none, or not our own address. */
  Optional<String> host() {
    return Optional.ofNullable(settings.issuer())
        .filter(issuer -> listening.address().isPresent())
        .map(issuer -> URI.create(issuer).getHost());
  }

  /** Where a browser is sent; empty when the house does not answer. */
  Optional<URI> ask(String state, Question question) {
    return described().map(house -> URI.create(house.authorization() + "?"
        + form(Map.of("response_type", "code", "client_id", client(), "redirect_uri", back(), "scope",
            "openid", "state", state, "nonce", question.nonce(), "code_challenge", question.challenge(),
            "code_challenge_method", "S256"))));
  }

  /** Whom the house says that the code stands for, in its own words; empty when anything is not as it should be. */
  Optional<String> subject(String code, Question question) {
    return described().flatMap(house -> {
      try {
        JWTClaimsSet claims = checked(calls.send(redeeming(house, code, question)).text("id_token"), house,
            question);
        return Optional.of(claims.getSubject());
      } catch (IOException | ParseException | BadJOSEException | JOSEException | RuntimeException refused) {
        LOG.warn("the other house's answer proves nothing", refused);
        return Optional.empty();
      }
    });
  }

  private JWTClaimsSet checked(String token, OtherHouseCalls.Description house, Question question)
      throws ParseException, BadJOSEException, JOSEException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, house.keys()));
    processor.setJWTClaimsSetVerifier(new Claims(question));
    JWTClaimsSet claims = processor.process(token, null);
    String party = claims.getStringClaim("azp");
    if (party == null ? claims.getAudience().size() > 1 : !party.equals(client())) {
      throw new BadJOSEException("issued to another party");
    }
    return claims;
  }

  /** By our own clock. */
  private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    Claims(Question question) {
      super(client(),
          new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", question.nonce()).build(),
          Set.of("sub", "iat", "exp"));
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }

  private HttpRequest redeeming(OtherHouseCalls.Description house, String code, Question question) {
    HttpRequest.Builder request = calls.to(URI.create(house.token()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("grant_type", "authorization_code", "code",
            code, "redirect_uri", back(), "client_id", client(), "code_verifier", question.verifier()))));
    String secret = settings.secret();
    if (!secret.isEmpty()) {
      String both = encoded(client()) + ":" + encoded(secret);
      request.header("Authorization",
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    return request.build();
  }

  private Optional<OtherHouseCalls.Description> described() {
    try {
      return host().isEmpty()
          ? Optional.empty()
          : Optional.of(calls.describe(String.valueOf(settings.issuer())));
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the other house does not describe itself", failed);
      return Optional.empty();
    }
  }

  private String client() {
    return settings.client();
  }

  private String back() {
    return listening.address().orElseThrow() + BACK;
  }

  private static String form(Map<String, String> values) {
    return values.entrySet()
        .stream()
        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
