package io.safehand.server.site.console;

import io.safehand.server.base.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds the caller by the session's cookie, anew for every request: no node remembers anybody. */
@Component
final class SessionContexts implements SecurityContextRepository {
  private final Cookies cookies;
  private final Sessions sessions;

  SessionContexts(Cookies cookies, Sessions sessions) {
    this.cookies = cookies;
    this.sessions = sessions;
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookies.session(request).isPresent();
  }

  /** A session is begun and ended by its door alone. */
  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request,
      HttpServletResponse response) {}

  private SecurityContext load(HttpServletRequest request) {
    return cookies.session(request)
        .flatMap(sessions::find)
        .map(who -> new SecurityContextImpl(new Caller(who)))
        .orElseGet(SecurityContextImpl::new);
  }
}
