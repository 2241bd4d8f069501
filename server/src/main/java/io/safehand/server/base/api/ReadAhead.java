package io.safehand.server.base.api;

import io.safehand.core.hash.Sha256;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A request whose JSON was read to be compared with an earlier one, and is given on. Of other bodies, files above all,
 * only kind and length are compared; they are not read ahead.
 */
final class ReadAhead extends HttpServletRequestWrapper {
  private static final int LONGEST = 1 << 20;

  private final Optional<byte[]> body;

  private ReadAhead(HttpServletRequest request, Optional<byte[]> body) {
    super(request);
    this.body = body;
  }

  static ReadAhead of(HttpServletRequest request) throws IOException {
    if (!String.valueOf(request.getContentType()).startsWith("application/json")) {
      return new ReadAhead(request, Optional.empty());
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new RequestRefused(RequestRefused.Kind.TOO_LARGE, "api.too-large");
    }
    return new ReadAhead(request, Optional.of(body));
  }

  byte[] sha256() {
    MessageDigest hash = Sha256.digest();
    String head = getMethod() + "\n" + getRequestURI() + "\n"
        + Optional.ofNullable(getQueryString()).orElse("") + "\n"
        + Optional.ofNullable(getContentType()).map(type -> type.replaceFirst(";.*", "")).orElse("") + "\n"
        + body.map(bytes -> (long) bytes.length).orElseGet(this::getContentLengthLong) + "\n";
    hash.update(head.getBytes(StandardCharsets.UTF_8));
    return hash.digest(body.orElse(new byte[0]));
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return body.isPresent() ? new Replayed(new ByteArrayInputStream(body.get())) : super.getInputStream();
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return body.isPresent()
        ? new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8))
        : super.getReader();
  }

  private static final class Replayed extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    private Replayed(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read at once");
    }
  }
}
