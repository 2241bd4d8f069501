package io.safehand.cli;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server answered instead of what was asked for: problem+json, or anything else that stands at that address. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record ServerProblem(int status, byte[] body) {
  private static final int LONGEST_WORDS = 500;
  private static final String TYPE = "type";
  private static final String PROBLEM = "urn:safehand:problem:";

  Refused refused() {
    ExitCode code = switch (status) {
      case 401, 403 -> ExitCode.CONFIGURATION;
      case 404 -> ExitCode.NO_INPUT;
      default -> status < 500 ? ExitCode.DATA : ExitCode.UNAVAILABLE;
    };
    return new Refused(code, "remote.refused", said(), type());
  }

  /** The server's own words in the person's language, as one printable line. */
  private String said() {
    return Stream.of("title", "detail")
        .filter(problem()::has)
        .map(member -> problem().text(member).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip())
        .map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
        .map(words -> words.matches(".*[.。!！?？]") ? words : words + ".")
        .collect(Collectors.joining(" "));
  }

  /** The stable code, for whoever looks it up. */
  private String type() {
    String type = problem().has(TYPE) ? problem().text(TYPE) : "";
    return type.matches(PROBLEM + "[a-z0-9._-]{1,80}") ? type.substring(PROBLEM.length()) : "HTTP " + status;
  }

  private Json.Object problem() {
    try {
      return Json.parse(body).asObject();
    } catch (JsonRefused other) {
      return Json.object();
    }
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
