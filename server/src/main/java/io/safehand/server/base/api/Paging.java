package io.safehand.server.base.api;

import io.safehand.core.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a call wants: {@code ?after=&limit=}. A call takes it as a parameter.
 *
 * @param after the {@code next} of the page before; the answer goes on behind it
 * @param limit at most so many items, 1 to {@value #MOST}
 */
public record Paging(Optional<String> after, int limit) {
  public static final int MOST = 1_000;
  private static final int USUAL = 50;

  static Paging of(@Nullable String after, @Nullable String limit) {
    String text = limit == null || limit.isEmpty() ? String.valueOf(USUAL) : limit;
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw RequestRefused.malformed("api.limit");
    }
    Optional<String> behind = Optional.ofNullable(after).filter(given -> !given.isEmpty());
    if (behind.filter(given -> !given.matches("[A-Za-z0-9_.-]{1,120}")).isPresent()) {
      throw RequestRefused.malformed("api.after");
    }
    return new Paging(behind, Integer.parseInt(text));
  }

  /** The number after which to go on, for lists that are numbered. */
  public OptionalLong afterNumber() {
    if (after.filter(text -> !text.matches("[0-9]{1,18}")).isPresent()) {
      throw RequestRefused.malformed("api.after");
    }
    return after.map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
  }

  /** {@code {"items": […], "next": "…"}}; without {@code next} nothing follows. */
  public <T> Json.Object page(List<T> items, Function<T, Json.Object> json, Function<T, String> key) {
    Json.Object page = Json.object().with("items", items.stream().map(json).toList());
    return items.size() < limit ? page : page.with("next", key.apply(items.getLast()));
  }

  /** The page of a list that is short enough to be held whole. */
  public <T> Json.Object pageOf(List<T> all, Function<T, Json.Object> json, Function<T, String> key) {
    List<String> keys = all.stream().map(key).toList();
    int from = after.map(keys::indexOf).orElse(-1) + 1;
    if (after.isPresent() && from == 0) {
      throw RequestRefused.malformed("api.after");
    }
    return page(all.subList(from, Math.min(all.size(), from + limit)), json, key);
  }
}
