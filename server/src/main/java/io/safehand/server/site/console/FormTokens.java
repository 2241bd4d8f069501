package io.safehand.server.site.console;

import io.safehand.server.base.signin.SessionToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/** Ties each form to the browser that asked for it: the token is derived from the secret in that browser's cookie. */
@Component
final class FormTokens implements CsrfTokenRepository {
  private static final String FRESH = FormTokens.class.getName();

  private final Cookies cookies;

  FormTokens(Cookies cookies) {
    this.cookies = cookies;
  }

  /** For a browser without any secret one is made, and given to it when the token is saved. */
  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    SessionToken fresh = cookies.browser(request).orElseGet(cookies::fresh);
    request.setAttribute(FRESH, fresh);
    return token(fresh);
  }

  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null && request.getAttribute(FRESH) instanceof SessionToken fresh
        && cookies.browser(request).isEmpty()) {
      cookies.visit(request, response, fresh);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return cookies.browser(request).map(FormTokens::token).orElse(null);
  }

  private static CsrfToken token(SessionToken secret) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", secret.derived("form"));
  }
}
