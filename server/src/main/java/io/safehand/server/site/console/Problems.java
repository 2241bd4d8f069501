package io.safehand.server.site.console;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.NotAllowed;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong: a page to a person, problem+json to a program. Quotes nothing of the request. */
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
      return new ModelAndView(json(problem, locale));
    }
    return new ModelAndView("console/problem", Map.of("code", problem.code(), "status", problem.status()));
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem) {
      return problem;
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

  private View json(Problem problem, Locale locale) {
    String key = "problem." + problem.code();
    Json body = Json.object()
        .with("type", "urn:safehand:problem:" + problem.code())
        .with("title", texts.getMessage(key + ".title", null, locale))
        .with("status", problem.status())
        .with("detail", texts.getMessage(key + ".safe", null, locale) + " "
            + texts.getMessage(key + ".todo", null, locale));
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
