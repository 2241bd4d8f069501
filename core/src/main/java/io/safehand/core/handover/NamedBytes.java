package io.safehand.core.handover;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.util.Arrays;

/** The whole content of a small file, and its name for refusals. */
public record NamedBytes(String name, byte[] bytes) {
  /** What a reading makes of the content. */
  public interface Reading<T> {
    T of(Json.Object json);
  }

  /** Reads a paper of this format and version; refuses anything that is not its canonical form. */
  public <T> T read(String format, long version, Reading<T> reading) throws HandoverRefused {
    try {
      Json.Object json = Json.parse(bytes).asObject();
      if (!json.text("format").equals(format)) {
        throw new HandoverRefused(Fault.MALFORMED, name);
      }
      if (json.number("version") != version) {
        throw new HandoverRefused(Fault.VERSION_UNKNOWN, name);
      }
      if (!Arrays.equals(json.canonical(), bytes)) {
        throw new HandoverRefused(Fault.NOT_CANONICAL, name);
      }
      return reading.of(json);
    } catch (JsonRefused | IllegalArgumentException | ArithmeticException malformed) {
      throw new HandoverRefused(Fault.MALFORMED, name, malformed);
    }
  }
}
