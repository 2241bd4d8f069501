package io.safehand.server.site.console;

import io.safehand.server.base.signin.KnownBrowsers;
import io.safehand.server.base.signin.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps: the session's token, before there is a session a secret that only ties forms to the browser that
 * asked for them, and a mark that somebody signed in with it before. All are out of reach of scripts and of
 * other sites.
 */
@Component
final class Cookies {
  private static final String SESSION = "safehand_session";
  private static final String VISIT = "safehand_visit";

  private static final String KNOWN = "safehand_known";
  private static final Duration KNOWN_FOR = Duration.ofDays(180);

  private final KnownBrowsers browsers;
  private final SecureRandom random;

  Cookies(KnownBrowsers browsers, SecureRandom random) {
    this.browsers = browsers;
    this.random = random;
  }

  Optional<SessionToken> session(HttpServletRequest request) {
    return read(request, SESSION);
  }

  void begin(HttpServletRequest request, HttpServletResponse response, SessionToken token) {
    write(request, response, SESSION, token.exposed(), Duration.ofSeconds(-1));
    write(request, response, VISIT, "", Duration.ZERO);
    browsers.mark(token).ifPresent(mark -> write(request, response, KNOWN, mark, KNOWN_FOR));
  }

  /** The mark of {@link KnownBrowsers}, or an empty text. */
  String mark(HttpServletRequest request) {
    return value(request, KNOWN).orElse("");
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, SESSION, "", Duration.ZERO);
  }

  /** The secret that this browser's forms are tied to. */
  Optional<SessionToken> browser(HttpServletRequest request) {
    return session(request).or(() -> read(request, VISIT));
  }

  /** What a browser was given after the password and before the code. */
  Optional<SessionToken> half(HttpServletRequest request) {
    return read(request, VISIT);
  }

  SessionToken fresh() {
    return SessionToken.fresh(random);
  }

  void visit(HttpServletRequest request, HttpServletResponse response, SessionToken visit) {
    write(request, response, VISIT, visit.exposed(), Duration.ofSeconds(-1));
  }

  private static Optional<SessionToken> read(HttpServletRequest request, String name) {
    return value(request, name).flatMap(SessionToken::parse);
  }

  /** Over TLS under a name that no other host, and nothing without TLS, can write. */
  private static String name(HttpServletRequest request, String name) {
    return request.isSecure() ? "__Host-" + name : name;
  }

  private static Optional<String> value(HttpServletRequest request, String plain) {
    String name = name(request, plain);
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static void write(HttpServletRequest request, HttpServletResponse response, String name,
      String value, Duration age) {
    ResponseCookie cookie = ResponseCookie.from(name(request, name), value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
