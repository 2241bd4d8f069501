package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * The deal a paper belongs to.
 *
 * @param id its business id
 * @param type stable code of the deal type, e.g. {@code MERGER_DIVISION}
 * @param seller the company that hands over
 * @param buyer the company that receives
 */
public record Deal(String id, String type, String seller, String buyer) {
  public Json.Object json() {
    return Json.object().with("id", id).with("type", type).with("seller", seller).with("buyer", buyer);
  }

  public static Deal of(Json.Object json) {
    json.only("id", "type", "seller", "buyer");
    return new Deal(json.text("id"), json.text("type"), json.text("seller"), json.text("buyer"));
  }
}
