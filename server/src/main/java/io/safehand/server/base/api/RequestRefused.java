package io.safehand.server.base.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A request that is refused, for a reason that a program can read. Thrown by pages and API calls of every module; a
 * program gets {@code application/problem+json} of the type {@code urn:safehand:problem:<code>}, whose words are the text
 * {@code refused.<code>} where there is one. Holds no personal data of the request.
 */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String ATTRIBUTE = RequestRefused.class.getName();

  private final Kind kind;
  private final String code;
  private final transient List<Object> at;

  /** What a refusal means to whoever calls. */
  public enum Kind {
    /** It cannot be read, or lacks something. */
    MALFORMED(400),
    /** There is nothing of this id for the caller. */
    NOT_FOUND(404),
    /** It took too long to arrive. */
    TOO_SLOW(408),
    /** What is there now does not allow it. */
    CONFLICT(409),
    /** It has more than may be sent at once. */
    TOO_LARGE(413),
    /** It was read, and makes no sense here. */
    UNPROCESSABLE(422),
    /** The caller asks too often. */
    TOO_MANY(429);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /**
   * @param code stable and dotted, such as {@code imports.running}
   * @param at what its words name: places and names of a text that holds no personal data
   */
  public RequestRefused(Kind kind, String code, Object... at) {
    super(code);
    if (!code.matches("[a-z][a-z0-9._-]{0,79}")) {
      throw new IllegalArgumentException("a reason is a stable code");
    }
    this.kind = kind;
    this.code = code;
    this.at = List.of(at);
  }

  public static RequestRefused notFound() {
    return new RequestRefused(Kind.NOT_FOUND, "not-found");
  }

  public static RequestRefused malformed(String code) {
    return new RequestRefused(Kind.MALFORMED, code);
  }

  /** The refusal that this request ended with, wherever it came from. */
  public static Optional<RequestRefused> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RequestRefused refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /** Ends the request with this refusal; how it is worded is decided in one place. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    request.setAttribute(ATTRIBUTE, this);
    response.sendError(kind.status());
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  /** What its words name. */
  public Object[] at() {
    return at.toArray();
  }
}
