package io.safehand.server.custody.imports.web;

import io.safehand.core.json.Json;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJob;
import io.safehand.server.custody.imports.ImportJobs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How the API tells of imports. */
final class Answers {
  private Answers() {}

  static Json.Object json(ImportJob job) {
    Json.Object json = Json.object()
        .with("id", job.id().toString())
        .with("kind", job.kind().name())
        .with("state", job.state().name())
        .with("begunAt", job.begunAt().toString())
        .with("percent", job.percent())
        .with("imported", job.imported())
        .with("rejected", job.rejected())
        .with("rehearsed", job.rehearsed())
        .with("rejections", counts(job.rejections()))
        .with("leftOut", counts(job.leftOut()));
    return job.reason().isEmpty() ? json : json.with("reason", job.reason());
  }

  private static Json.Object counts(Map<String, Long> counts) {
    Json.Object json = Json.object();
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json = json.with(count.getKey(), count.getValue());
    }
    return json;
  }

  static List<Json.Object> columns(ImportJobs.Source source) {
    return source.survey().columns().stream().map(column -> {
      Json.Object json = Json.object()
          .with("name", column.name())
          .with("category", column.category().code())
          .with("filled", column.filled())
          .with("valid", column.valid());
      String to = source.reading().columns().get(column.name());
      return to == null ? json : json.with("to", to);
    }).toList();
  }

  static ResponseEntity<String> ok(Json.Object body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text(body));
  }

  static ResponseEntity<String> at(HttpStatus status, ImportId id, ImportJob job) {
    return ResponseEntity.status(status)
        .location(URI.create("/api/v1/imports/" + id))
        .contentType(MediaType.APPLICATION_JSON)
        .body(text(json(job)));
  }

  private static String text(Json.Object body) {
    return new String(body.canonical(), StandardCharsets.UTF_8);
  }
}
