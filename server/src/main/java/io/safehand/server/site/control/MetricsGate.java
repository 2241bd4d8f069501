package io.safehand.server.site.control;

import io.safehand.server.start.Listening;
import io.safehand.server.start.Settings;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who may read the metrics: programs on this machine that ask directly, and whoever shows the token of the settings.
 * For everybody else there is nothing there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MetricsGate implements Filter {
  private static final String PATH = "/actuator/prometheus";

  private final String token;

  MetricsGate(Settings settings) {
    token = settings.watch().metricsToken();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!asked.getServletPath().startsWith(PATH) || Listening.isDirect(asked) || hasToken(asked)) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean hasToken(HttpServletRequest request) {
    String shown = String.valueOf(request.getHeader("Authorization"));
    return !token.isEmpty() && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }
}
