package io.safehand.server.browser;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A program that calls the API, with a key of some account or with none. */
public final class Program {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String key;

  private Program(String address, String key) {
    this.address = address;
    this.key = key;
  }

  public static Program withoutKey(int port) {
    return new Program("http://127.0.0.1:" + port, "");
  }

  public Program withKey(String other) {
    return new Program(address, other);
  }

  /** With a key that may do what the account may. */
  public Program as(Account account, Sessions sessions, ApiKeys keys, Clock clock) {
    Sessions.SignedIn who = sessions.find(sessions.begin(account)).orElseThrow();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
    ApiKeys.Outcome made = keys.make(who, new ApiKeys.Wanted("test", account.roles(), day));
    return withKey(((ApiKeys.Outcome.Made) made).secret().exposed());
  }

  /** What came back. */
  public record Answer(int status, String mediaType, byte[] body) {
    public Json.Object json() {
      return Json.parse(body).asObject();
    }

    public String problem() {
      return mediaType.startsWith("application/problem+json") ? json().text("type") : "no problem: " + status;
    }

    @Override
    public String toString() {
      return status + " " + mediaType + " " + new String(body, StandardCharsets.UTF_8);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json, String... headers) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Answer post(String path, byte[] body, String... headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return send(request);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new AssertionError("the call broke", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }
}
