package io.safehand.server.site.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What somebody gets whose request was refused: the page to sign in or prove oneself on, or a problem. */
@Component
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {
  private final Postponed postponed;
  private final PolicyGuard guard;

  Refusals(Postponed postponed, PolicyGuard guard) {
    this.postponed = postponed;
    this.guard = guard;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    refuse(request, response);
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response,
      AuthenticationException denied) throws IOException {
    refuse(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<PolicyGuard.Answer> answer = PolicyGuard.answer(request);
    if (answer.isEmpty()) {
      send(request, response, HttpServletResponse.SC_FORBIDDEN, Problem.FORM_EXPIRED);
      return;
    }
    switch (answer.get()) {
      case NO_SUCH_CALL -> send(request, response, HttpServletResponse.SC_NOT_FOUND, Problem.NOT_FOUND);
      case NOT_ALLOWED -> send(request, response, HttpServletResponse.SC_FORBIDDEN, Problem.NOT_ALLOWED);
      case SIGN_IN_FIRST -> turn(request, response, "/sign-in", Problem.SIGN_IN_FIRST);
      case STEP_UP_FIRST -> turn(request, response, "/step-up", Problem.STEP_UP_FIRST);
      case ALLOWED -> throw new IllegalStateException("nothing was refused");
    }
  }

  /** A person is led to the page that helps and from there back; a program is told. */
  private void turn(HttpServletRequest request, HttpServletResponse response, String page, Problem problem)
      throws IOException {
    if (Problem.isForProgram(request)) {
      send(request, response, problem.status(), problem);
      return;
    }
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", page);
      return;
    }
    Optional<String> act = problem == Problem.STEP_UP_FIRST ? postponed.query(request) : Optional.empty();
    response.sendRedirect(
        page + act.orElseGet(() -> request.getMethod().equals("POST") && problem == Problem.STEP_UP_FIRST
            ? form(request.getRequestURI())
            : back(request)));
  }

  /** A form with entries is sent again by hand, on the nearest page above it. */
  private String form(String path) {
    String page = path;
    while (!page.isEmpty() && guard.policy().of("GET", page).isEmpty()) {
      page = page.substring(0, page.lastIndexOf('/'));
    }
    return "?again=true&to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  private static String back(HttpServletRequest request) {
    boolean canReturn = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
    return canReturn ? "?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8) : "";
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, int status,
      Problem problem) throws IOException {
    request.setAttribute(Problem.ATTRIBUTE, problem);
    response.sendError(status);
  }
}
