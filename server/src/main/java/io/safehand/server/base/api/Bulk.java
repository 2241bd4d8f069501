package io.safehand.server.base.api;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many acts in one call: each is done or refused for itself, and the answer says which, in the order of the call. */
public final class Bulk {
  private static final int MOST = 1_000;

  private Bulk() {}

  /**
   * Does each of {@code {"items": […]}}.
   *
   * @param act gives what is said of an item that was done; throws {@link RequestRefused} for one that is not
   * @return {@code {"results": [{"status": "done", …}, {"status": "refused", "code": "…"}]}}
   */
  public static Json.Object each(Json.Object body, Function<Json.Object, Json.Object> act) {
    List<Json.Object> items = items(body);
    List<Json> results = new ArrayList<>();
    for (Json.Object item : items) {
      results.add(result(item, act));
    }
    return Json.object().with("results", results);
  }

  private static List<Json.Object> items(Json.Object body) {
    try {
      List<Json.Object> items = body.only("items").array("items").objects();
      if (items.size() > MOST) {
        throw new RequestRefused(RequestRefused.Kind.TOO_LARGE, "api.too-many-items");
      }
      return items;
    } catch (JsonRefused refused) {
      throw RequestRefused.malformed("api.json");
    }
  }

  private static Json.Object result(Json.Object item, Function<Json.Object, Json.Object> act) {
    try {
      return act.apply(item).with("status", "done");
    } catch (RequestRefused refused) {
      return Json.object().with("status", "refused").with("code", refused.code());
    } catch (JsonRefused refused) {
      return Json.object().with("status", "refused").with("code", "api.json");
    }
  }
}
