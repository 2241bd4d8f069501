package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.tree.Hash;

/**
 * The state of a log that somebody saw, so that it can never be shown shorter or different later.
 *
 * @param root base64, as checkpoints write it
 */
public record LogState(String origin, long size, String root) {
  public static LogState of(Checkpoint checkpoint) {
    return new LogState(checkpoint.origin(), checkpoint.size(), checkpoint.root().base64());
  }

  public Checkpoint checkpoint() {
    Hash hash = Hash.parse(root).orElseThrow(() -> new JsonRefused("root is not a hash"));
    return new Checkpoint(origin, size, hash);
  }

  public Json.Object json() {
    return Json.object().with("origin", origin).with("size", size).with("root", root);
  }

  public static LogState of(Json.Object json) {
    json.only("origin", "size", "root");
    LogState state = new LogState(json.text("origin"), new Codes(json).count("size"), json.text("root"));
    state.checkpoint();
    return state;
  }
}
