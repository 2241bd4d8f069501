package io.safehand.core.handover.document;

import io.safehand.core.json.Json;
import java.util.Arrays;

/** How root slots are held, and so what their erasure is worth. */
public enum SlotErasure {
  /** A key file beside the data. */
  S0("overwritten"),
  /** A passphrase. */
  S1("overwritten"),
  /** Shares of several people. */
  S2("overwritten"),
  /** A security module or key service. */
  S3("destroyed by the module");

  private final String wording;

  SlotErasure(String wording) {
    this.wording = wording;
  }

  /** The words that the certificate uses. */
  public String wording() {
    return wording;
  }

  Json.Object json() {
    return Json.object().with("mode", name()).with("erasure", wording);
  }

  static SlotErasure of(Json.Object json) {
    json.only("mode", "erasure");
    return Arrays.stream(values())
        .filter(mode -> mode.name().equals(json.text("mode")) && mode.wording.equals(json.text("erasure")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the erasure does not fit the unseal mode"));
  }
}
