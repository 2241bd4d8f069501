package io.safehand.bench;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls a web server of this machine over connections that stay open, always with the same headers. */
record Caller(HttpClient http, int port, Map<String, String> headers) {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

  static Caller at(int port, Map<String, String> headers) {
    return new Caller(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port, headers);
  }

  /** @throws IOException unless the answer is 200 */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(path));
    if (answer.statusCode() != 200) {
      throw new IOException("answered " + answer.statusCode() + " to GET " + path);
    }
    return answer.body();
  }

  /** A form of a page; returns where the answer leads. */
  String post(String path, String formToken, Map<String, String> form)
      throws IOException, InterruptedException {
    String body = form.entrySet()
        .stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    HttpResponse<String> answer = send(
        request(path).header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-CSRF-TOKEN", formToken)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    String place = answer.headers().firstValue("location").orElse("");
    if (place.isEmpty() || place.contains("refused")) {
      throw new IOException("a form was not taken: " + answer.statusCode() + " " + place);
    }
    return place.replaceFirst("^http://[^/]+", "");
  }

  /** A call of the interface for programs. */
  Json.Object ask(String path, Json.Object body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.canonical())));
    if (answer.statusCode() != 200) {
      throw new IOException("answered " + answer.statusCode() + " to POST " + path + ": " + answer.body());
    }
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).asObject();
  }

  /** What every form of this session sends along. */
  String formToken() throws IOException, InterruptedException {
    Matcher token = FORM_TOKEN.matcher(get("/"));
    if (!token.find()) {
      throw new IOException("no token for forms");
    }
    return token.group(1);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
