package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * A file of the package as it must be.
 *
 * @param name its name in the package folder
 * @param bytes its length
 * @param sha256 64 hexadecimal digits
 */
public record PackedFile(String name, long bytes, String sha256) {
  public Json.Object json() {
    return Json.object().with("name", name).with("bytes", bytes).with("sha256", sha256);
  }

  public static PackedFile of(Json.Object json) {
    json.only("name", "bytes", "sha256");
    Codes codes = new Codes(json);
    return new PackedFile(json.text("name"), codes.count("bytes"), codes.hash("sha256"));
  }
}
