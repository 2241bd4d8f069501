package io.safehand.server.site.console;

import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Finds the caller anew for every request, so that no node remembers anybody: by the session's cookie, or where programs
 * call by the key in {@code Authorization: Bearer}. A request with a key is never looked at for a cookie.
 */
@Component
final class SessionContexts implements SecurityContextRepository {
  private static final String BEARER = "Bearer ";

  private final Cookies cookies;
  private final Sessions sessions;
  private final ApiKeys keys;

  SessionContexts(Cookies cookies, Sessions sessions, ApiKeys keys) {
    this.cookies = cookies;
    this.sessions = sessions;
    this.keys = keys;
  }

  /** Whether a program calls, which sends what no browser adds by itself. */
  static boolean isByKey(HttpServletRequest request) {
    return Problem.isForProgram(request) && bearer(request).isPresent();
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return isByKey(request) || cookies.session(request).isPresent();
  }

  /** A session is begun and ended by its door alone. */
  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request,
      HttpServletResponse response) {}

  private SecurityContext load(HttpServletRequest request) {
    return caller(request).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    return isByKey(request)
        ? bearer(request).flatMap(keys::find).map(Caller::byKey)
        : cookies.session(request).flatMap(sessions::find).map(Caller::new);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
