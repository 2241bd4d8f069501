package io.safehand.server.site.console;

import io.safehand.server.base.api.RequestRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody makes the server keep more than a mebibyte of one request: a longer body is refused, one that says its length
 * before anything of it is read. Only calls that the policy says take a file are let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class BodyLimit extends OncePerRequestFilter {
  static final int MOST = 1 << 20;

  private final Policy policy = Policy.shipped();

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (policy.of(request.getMethod(), request.getRequestURI()).filter(Policy.Row::takesFile).isPresent()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      if (request.getContentLengthLong() > MOST) {
        throw tooLarge();
      }
      chain.doFilter(new Limited(request), response);
    } catch (RequestRefused refused) {
      refused.send(request, response);
    }
  }

  private static RequestRefused tooLarge() {
    return new RequestRefused(RequestRefused.Kind.TOO_LARGE, "api.too-large");
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private long bytes;

    private Counted(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int read = body.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = body.read(to, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > MOST) {
        throw tooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
