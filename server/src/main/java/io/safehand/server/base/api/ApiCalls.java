package io.safehand.server.base.api;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/** The description of every call of {@code /api/v1}, gathered from the modules; immutable. */
@Component
final class ApiCalls {
  private final Map<String, List<ApiCall>> byModule;

  ApiCalls() {
    byModule = read();
  }

  Map<String, List<ApiCall>> byModule() {
    return byModule;
  }

  /** The call that a request of this method and path is; empty when none is. */
  Optional<ApiCall> of(String method, String path) {
    PathContainer called = PathContainer.parsePath(path);
    return byModule.values()
        .stream()
        .flatMap(List::stream)
        .filter(call -> call.method().equals(method))
        .filter(call -> PathPatternParser.defaultInstance.parse(call.path()).matches(called))
        .findFirst();
  }

  private static Map<String, List<ApiCall>> read() {
    Map<String, List<ApiCall>> all = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver()
          .getResources("classpath*:openapi/*.yaml")) {
        try (InputStream from = file.getInputStream()) {
          Object loaded = new Load(
              LoadSettings.builder().setLabel(String.valueOf(file.getFilename())).build())
              .loadFromInputStream(from);
          List<ApiCall> calls = new ArrayList<>();
          ((Map<?, ?>) loaded).forEach(
              (call, described) -> calls.add(ApiCall.of(String.valueOf(call), (Map<?, ?>) described)));
          all.put(String.valueOf(file.getFilename()).replace(".yaml", ""), calls.stream().sorted().toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The OpenAPI 3.1 document in this language. */
  Json.Object document(String language) {
    Map<String, Json> paths = new LinkedHashMap<>();
    byModule.forEach((module, calls) -> {
      for (ApiCall call : calls) {
        Json.Object path = paths.containsKey(call.path()) ? paths.get(call.path()).asObject() : Json.object();
        paths.put(call.path(),
            path.with(call.method().toLowerCase(java.util.Locale.ROOT), operation(module, call, language)));
      }
    });
    Json.Object bearer = Json.object().with("type", "http").with("scheme", "bearer");
    return Json.object()
        .with("openapi", "3.1.0")
        .with("info", Json.object().with("title", "Safehand 安交").with("version", "1"))
        .with("servers", List.of(Json.object().with("url", "/")))
        .with("security", List.of(Json.object().with("key", List.of())))
        .with("components", Json.object().with("securitySchemes", Json.object().with("key", bearer)))
        .with("paths", new Json.Object(paths));
  }

  private static Json.Object operation(String module, ApiCall call, String language) {
    Json.Object operation = Json.object()
        .with("operationId", call.id())
        .with("tags", List.of(Json.text(module)))
        .with("summary", String.valueOf(call.words().get(language)))
        .with("parameters", parameters(call))
        .with("responses",
            Json.object()
                .with(call.isAct() ? "2XX" : "200", answer(call))
                .with("default", content("application/problem+json", "problem", example(PROBLEM))));
    return call.body().isEmpty()
        ? operation
        : operation.with("requestBody", content("application/json", "body", example(call.body().get())));
  }

  private static final Map<String, Object> PROBLEM = Map.of("type", "urn:safehand:problem:not-allowed",
      "title", "…", "status", 403, "detail", "…");

  private static Json.Object answer(ApiCall call) {
    return call.answer()
        .map(answer -> answer instanceof String file
            ? Json.object().with("description", file).with("content", Json.object().with(file, Json.object()))
            : content("application/json", "answer", example(answer)))
        .orElse(Json.object().with("description", "done"));
  }

  private static Json.Object content(String mediaType, String description, Json example) {
    return Json.object()
        .with("description", description)
        .with("content", Json.object()
            .with(mediaType, Json.object().with("schema", shape(example)).with("example", example)));
  }

  private static List<Json> parameters(ApiCall call) {
    Stream<Json> places = call.places().map(name -> parameter(name, "path", true, Json.text("…")));
    Stream<Json> query = call.query()
        .entrySet()
        .stream()
        .map(named -> parameter(named.getKey(), "query", false, example(named.getValue())));
    Stream<Json> reason = call.hasReason()
        ? Stream.of(CallReason.PURPOSE, CallReason.CASE)
            .map(name -> parameter(name, "header", true, Json.text("…")))
        : Stream.empty();
    Stream<Json> once = call.countsOnce()
        ? Stream.of(parameter("Idempotency-Key", "header", false, Json.text("…")))
        : Stream.empty();
    return Stream.of(places, query, reason, once).flatMap(each -> each).toList();
  }

  private static Json parameter(String name, String in, boolean required, Json example) {
    return Json.object()
        .with("name", name)
        .with("in", in)
        .with("required", required)
        .with("schema", shape(example));
  }

  /** The schema that the example is of. */
  private static Json.Object shape(Json example) {
    return switch (example) {
      case Json.Object object -> {
        Json.Object members = Json.object();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          members = members.with(member.getKey(), shape(member.getValue()));
        }
        yield Json.object().with("type", "object").with("properties", members);
      }
      case Json.Array array -> Json.object()
          .with("type", "array")
          .with("items", array.items().isEmpty() ? Json.object() : shape(array.items().getFirst()));
      case Json.Text text -> Json.object().with("type", "string");
      case Json.Number number -> Json.object().with("type", "integer");
      case Json.Bool bool -> Json.object().with("type", "boolean");
      case Json.Null none -> Json.object();
    };
  }

  static Json example(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Json> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), example(member)));
        yield new Json.Object(members);
      }
      case List<?> list -> Json.array(list.stream().map(ApiCalls::example).toList());
      case Boolean bool -> new Json.Bool(bool);
      case Number number -> Json.number(new BigDecimal(number.toString()));
      default -> Json.text(String.valueOf(value));
    };
  }
}
