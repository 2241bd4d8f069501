package io.safehand.server.site.console;

import io.safehand.core.json.JsonRefused;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.keys.Sealed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What doors throw, and which problem it is to whoever called: the one place. */
@ControllerAdvice
class Breakages {
  @ExceptionHandler
  void refused(RequestRefused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused.send(request, response);
  }

  @ExceptionHandler
  void notAllowed(NotAllowed refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(Problem.NOT_ALLOWED, request, response);
  }

  @ExceptionHandler
  void sealed(Sealed sealed, HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(Problem.SEALED, request, response);
  }

  @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
  void database(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(Problem.DATABASE, request, response);
  }

  /** A body that is no JSON of ours, or ended before its time. */
  @ExceptionHandler({JsonRefused.class, HttpMessageNotReadableException.class})
  void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    RequestRefused.malformed("api.json").send(request, response);
  }

  private static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(Problem.ATTRIBUTE, problem);
    response.sendError(problem.status());
  }
}
