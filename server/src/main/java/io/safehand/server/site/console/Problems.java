package io.safehand.server.site.console;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.api.RequestRefused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong: a page to a person, problem+json to a program. Quotes no personal data. */
@Controller
class Problems implements ErrorController {
  private final MessageSource texts;

  Problems(MessageSource texts) {
    this.texts = texts;
  }

  @RequestMapping("/error")
  ModelAndView show(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    if (isProgram(request)) {
      return new ModelAndView(json(problem, RequestRefused.of(request), locale));
    }
    return new ModelAndView("console/problem", Map.of("code", problem.code(), "status", problem.status()));
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem) {
      return problem;
    }
    Optional<RequestRefused> refused = RequestRefused.of(request);
    if (refused.isPresent()) {
      return Problem.of(refused.get().kind().status());
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof NotAllowed) {
      return Problem.NOT_ALLOWED;
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? Problem.of(status)
        : Problem.NOT_FOUND;
  }

  private static boolean isProgram(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith("/api/");
  }

  /** What a module refused has a code of its own, and words where it has some. */
  private View json(Problem problem, Optional<RequestRefused> refused, Locale locale) {
    String key = "problem." + problem.code();
    String code = refused.map(RequestRefused::code).orElse(problem.code());
    Object[] at = refused.map(RequestRefused::at).orElseGet(() -> new Object[0]);
    String words = texts.getMessage(key + ".safe", null, locale) + " "
        + texts.getMessage(key + ".todo", null, locale);
    Json body = Json.object()
        .with("type", "urn:safehand:problem:" + code)
        .with("title", texts.getMessage(key + ".title", null, locale))
        .with("status", problem.status())
        .with("detail", String.valueOf(texts.getMessage("refused." + code, at, words, locale)));
    return new ProblemView(new String(body.canonical(), StandardCharsets.UTF_8));
  }

  private record ProblemView(String body) implements View {
    @Override
    public void render(java.util.@org.jspecify.annotations.Nullable Map<String, ?> model,
        HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.getWriter().write(body);
    }
  }
}
