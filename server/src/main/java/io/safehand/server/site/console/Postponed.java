package io.safehand.server.site.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * An act that was sent and waits until its sender has proved again who they are: done right after, without another click.
 * Its path goes through the browser under a seal of the session, so that nobody else's link leads to an act. Only forms
 * without entries wait; others are sent again by hand.
 */
@Component
final class Postponed {
  private static final String ACT = "act";
  private static final String SEAL = "seal";

  private final Cookies cookies;

  Postponed(Cookies cookies) {
    this.cookies = cookies;
  }

  /** For the address of the page that asks for the proof; empty for what cannot wait. */
  Optional<String> query(HttpServletRequest refused) {
    String path = refused.getRequestURI();
    boolean bare = refused.getMethod().equals("POST") && refused.getQueryString() == null
        && Set.of("_csrf").containsAll(refused.getParameterMap().keySet())
        && Places.within(path).equals(path);
    return bare
        ? seal(refused, path)
            .map(seal -> "?act=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&seal=" + seal)
        : Optional.empty();
  }

  /** The path of the act that waits for this request's proof, if we sealed it for this session. */
  Optional<String> of(HttpServletRequest request) {
    String path = String.valueOf(request.getParameter(ACT));
    String shown = String.valueOf(request.getParameter(SEAL));
    return seal(request, path).filter(seal -> MessageDigest.isEqual(seal.getBytes(StandardCharsets.US_ASCII),
        shown.getBytes(StandardCharsets.UTF_8))).map(good -> path);
  }

  private Optional<String> seal(HttpServletRequest request, String path) {
    return cookies.session(request).map(session -> session.derived("act " + path));
  }
}
