package io.safehand.server.site.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What can go wrong with a request, by a stable code. The bundle has for each what happened, what is safe and what to do;
 * a program gets the same as {@code application/problem+json} of the type {@code urn:safehand:problem:<code>}.
 */
enum Problem {
  MALFORMED(400),
  SIGN_IN_FIRST(401),
  NOT_ALLOWED(403),
  FORM_EXPIRED(403),
  STEP_UP_FIRST(403),
  NOT_FOUND(404),
  METHOD(405),
  TOO_SLOW(408),
  CONFLICT(409),
  TOO_LARGE(413),
  MEDIA_TYPE(415),
  UNPROCESSABLE(422),
  TOO_MANY(429),
  OUR_FAULT(500),
  SEALED(503),
  DATABASE(503);

  /** Where a request carries what went wrong with it. */
  static final String ATTRIBUTE = Problem.class.getName();

  private final int status;

  Problem(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Problem of(int status) {
    return switch (status) {
      case 401 -> SIGN_IN_FIRST;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD;
      case 408 -> TOO_SLOW;
      case 409 -> CONFLICT;
      case 413 -> TOO_LARGE;
      case 415, 406 -> MEDIA_TYPE;
      case 422 -> UNPROCESSABLE;
      case 429 -> TOO_MANY;
      case 503 -> SEALED;
      default -> status < 500 ? MALFORMED : OUR_FAULT;
    };
  }

  static boolean isForProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }
}
