package io.safehand.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser of a running server. */
final class SignedIn {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("id=\"key-secret\"[^>]*>(shk_[^<]+)<");

  private final HttpClient http = HttpClient.newBuilder()
      .cookieHandler(new CookieManager())
      .followRedirects(HttpClient.Redirect.NORMAL)
      .build();
  private final String address;
  private final String password;

  SignedIn(String address, String name, String password) throws IOException, InterruptedException {
    this.address = address;
    this.password = password;
    post("/sign-in", Map.of("name", name, "password", password));
  }

  /** A key for programs with this role, made as a person makes one. */
  String key(String role) throws IOException, InterruptedException {
    post("/step-up", Map.of("proof", password, "to", "/account/keys"));
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    String page = post("/account/keys", Map.of("name", "test", "roles", role, "lastDay", last));
    Matcher key = KEY.matcher(page);
    if (!key.find()) {
      throw new AssertionError("no key was made: " + page);
    }
    return key.group(1);
  }

  private String post(String path, Map<String, String> form) throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(send(request("/sign-in")));
    String body = form.entrySet()
        .stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-CSRF-TOKEN", token.find() ? token.group(1) : "")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
