package io.safehand.cli;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** The server that runs on a data folder, asked over the channel that its note {@code running.json} names. */
record RunningServer(DataPlace place, Json.Object note) {

  /** @throws Refused when the folder is held by a server that takes no commands yet, or may not be read */
  static Optional<RunningServer> on(DataPlace place) throws IOException {
    if (!place.isHeld()) {
      return Optional.empty();
    }
    try {
      byte[] note = Files.readAllBytes(place.path().resolve("running.json"));
      return Optional.of(new RunningServer(place, (Json.Object) Json.parse(note)));
    } catch (NoSuchFileException notYet) {
      throw new Refused(ExitCode.IN_USE, "server.not-yet", place.path());
    } catch (JsonRefused | ClassCastException damaged) {
      throw new Refused(ExitCode.DATA, "server.note", place.path());
    }
  }

  static RunningServer required(DataPlace place) throws IOException {
    return on(place)
        .orElseThrow(() -> new Refused(ExitCode.UNAVAILABLE, "server.none", place.path(), place.path()));
  }

  /** A word of the server's, by its name. */
  static String member(Json.Object of, String name) {
    return of.text(name);
  }

  String address() {
    return member(note, "address");
  }

  /** The answer of the server. @throws Refused when it gives none */
  Json.Object ask(String command, byte[] given) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(member(note, "control") + "/" + command))
        .header("Authorization", "Bearer " + member(note, "token"))
        .header("Accept-Language", Locale.getDefault().toLanguageTag())
        .POST(HttpRequest.BodyPublishers.ofByteArray(given))
        .build();
    try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return (Json.Object) Json.parse(answer.body());
    } catch (IOException | JsonRefused | ClassCastException silent) {
      throw new Refused(ExitCode.UNAVAILABLE, "server.silent", place.path(),
          String.valueOf(note.number("pid")));
    }
  }

  /** Asks, and says the server's own line when it refuses. The answer has the exit code. */
  Json.Object tell(String command, byte[] given, PrintWriter err) throws IOException, InterruptedException {
    Json.Object answer = ask(command, given);
    if (answer.has("line")) {
      err.println("safehand: " + member(answer, "line"));
    } else if (answer.number("exit") == ExitCode.OUR_FAULT.number()) {
      throw new Refused(ExitCode.OUR_FAULT, "server.fault");
    }
    return answer;
  }
}
