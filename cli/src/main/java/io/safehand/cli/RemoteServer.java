package io.safehand.cli;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * A running server's API, version 1. What it refuses ends the command with the words and the code of the problem, never
 * with what was sent. Every act carries a key of its own, so that a repetition by the network does nothing twice.
 */
final class RemoteServer {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int CREATED = 201;

  private final URI address;
  private final String key;
  private final HttpClient http = HttpClient.newBuilder()
      .connectTimeout(CONNECT)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  RemoteServer(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  Json.Object get(String path) throws IOException {
    return json(request(path).GET());
  }

  Json.Object post(String path) throws IOException {
    return json(act(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** For a purpose, in a case: without both no server shows anything about anybody. */
  Json.Object ask(String path, Json.Object body, String purpose, String caseId) throws IOException {
    return json(request(path).header("Content-Type", "application/json")
        .header("Safehand-Purpose", purpose)
        .header("Safehand-Case", caseId)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.canonical())));
  }

  Json.Object put(String path, Json.Object body) throws IOException {
    return json(act(path).header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofByteArray(body.canonical())));
  }

  Json.Object delete(String path) throws IOException {
    return json(act(path).DELETE());
  }

  /**
   * What became of a file.
   *
   * @param isNew false where the server had it already
   */
  record Sent(boolean isNew, Json.Object job) {}

  /** Sends the file as it is, from the disk. */
  Sent upload(String path, Path file) throws IOException {
    HttpResponse<byte[]> answer = good(request(path).header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofFile(file)));
    return new Sent(answer.statusCode() == CREATED, object(answer.body()));
  }

  /** Writes what comes back to a new file, whole or not at all. */
  void download(String path, Json.Object body, Path to) throws IOException {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.canonical()));
    HttpResponse<InputStream> answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try (InputStream from = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new ServerProblem(answer.statusCode(), from.readNBytes(1 << 16)).refused();
      }
      Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + key)
        .header("Accept-Language", Locale.getDefault().toLanguageTag());
  }

  private HttpRequest.Builder act(String path) {
    return request(path).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private Json.Object json(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer = good(request);
    return answer.body().length == 0 ? Json.object() : object(answer.body());
  }

  private HttpResponse<byte[]> good(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new ServerProblem(answer.statusCode(), answer.body()).refused();
    }
    return answer;
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request.build(), handler);
    } catch (ConnectException | HttpConnectTimeoutException away) {
      throw new Refused(ExitCode.UNAVAILABLE, "remote.unreachable");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(ExitCode.INTERRUPTED, "remote.stopped");
    }
  }

  private static Json.Object object(byte[] body) {
    try {
      return Json.parse(body).asObject();
    } catch (JsonRefused other) {
      throw new Refused(ExitCode.UNAVAILABLE, "remote.other-server");
    }
  }
}
