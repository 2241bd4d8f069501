package io.safehand.server.browser;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
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

/** Somebody with a session who sends whatever requests they like; follows no redirect. */
public final class RawVisitor {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String cookie;

  private RawVisitor(int port, String cookie) {
    this.address = "http://127.0.0.1:" + port;
    this.cookie = cookie;
  }

  public static RawVisitor as(int port, Account account, Sessions sessions) {
    return new RawVisitor(port, "safehand_session=" + sessions.begin(account).exposed());
  }

  /** Somebody who just proved again who they are. */
  public static RawVisitor sure(int port, Account account, Sessions sessions) {
    SessionToken token = sessions.begin(account);
    sessions.steppedUp(sessions.find(token).orElseThrow());
    return with(port, token.exposed());
  }

  /** Somebody who holds the token of a session. */
  public static RawVisitor with(int port, String token) {
    return new RawVisitor(port, "safehand_session=" + token);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As a form of a page of ours sends it. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(get("/").body());
    return forge(path, form, token.find() ? token.group(1) : "");
  }

  /** With a token of the sender's own choice. */
  public HttpResponse<String> forge(String path, Map<String, String> form, String token)
      throws IOException, InterruptedException {
    String body = form.entrySet()
        .stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    HttpRequest request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-CSRF-TOKEN", token)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
        .header("Cookie", cookie);
  }
}
