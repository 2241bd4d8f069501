package io.safehand.server.base.keys.web;

import io.safehand.server.base.keys.Keys;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before everything else: while no key is open, only health, the pages that open it and what they are drawn with are
 * answered. Whoever asks for another page is led to the one that unseals; the rest is 503.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SealedGate implements Filter {
  private static final List<String> ANSWERED = List.of("/actuator/health", "/unseal", "/setup", "/assets",
      "/webjars", "/favicon.ico");

  /** Asked for when the first request comes: the web server starts before the database does. */
  private final ObjectProvider<Keys> keys;

  SealedGate(ObjectProvider<Keys> keys) {
    this.keys = keys;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (keys.getObject().isOpen() || isAnswered(((HttpServletRequest) request).getServletPath())) {
      chain.doFilter(request, response);
    } else if (isPerson((HttpServletRequest) request)) {
      ((HttpServletResponse) response).sendRedirect("/unseal");
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static boolean isPerson(HttpServletRequest request) {
    return request.getMethod().equals("GET") && !request.getServletPath().startsWith("/api/")
        && String.valueOf(request.getHeader("Accept")).contains("text/html");
  }

  private static boolean isAnswered(String path) {
    return ANSWERED.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }
}
