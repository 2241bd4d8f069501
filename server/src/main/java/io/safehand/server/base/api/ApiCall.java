package io.safehand.server.base.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One call as {@code openapi/<module>.yaml} describes it: its words in both languages, and an example of what is sent and
 * of what comes back, from which their shapes are told.
 *
 * @param query the names of what may stand behind the path's question mark, each with an example
 * @param hasReason it is refused without purpose and case
 * @param answer an example; a media type for a file
 */
record ApiCall(String method, String path, Map<String, String> words, Map<String, Object> query,
    boolean hasReason, Optional<Object> body, Optional<Object> answer) implements Comparable<ApiCall> {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final List<String> KNOWN = List.of("en", "zh", "query", "reason", "body", "answer");

  static ApiCall of(String call, Map<?, ?> described) {
    if (!described.keySet().stream().allMatch(KNOWN::contains)) {
      throw new IllegalArgumentException("not known in the description of " + call);
    }
    String[] parts = call.split(" ", 2);
    Map<String, Object> query = new TreeMap<>();
    if (described.get("query") instanceof Map<?, ?> named) {
      named.forEach((name, example) -> query.put(String.valueOf(name), example));
    }
    return new ApiCall(parts[0], parts[1],
        Map.of("en", String.valueOf(described.get("en")), "zh", String.valueOf(described.get("zh"))), query,
        Boolean.TRUE.equals(described.get("reason")), Optional.ofNullable(described.get("body")),
        Optional.ofNullable(described.get("answer")));
  }

  /** What stands in braces in the path. */
  Stream<String> places() {
    return PLACE.matcher(path).results().map(place -> place.group(1));
  }

  /** A name that no other call has. */
  String id() {
    Matcher braces = PLACE.matcher(path.replaceFirst("^/api/v1/", ""));
    return method.toLowerCase(java.util.Locale.ROOT) + "-" + braces.replaceAll("by-$1").replace('/', '-');
  }

  boolean isAct() {
    return !method.equals("GET");
  }

  /** Whether a repetition gets the first answer again: it is not kept when it shows people, or is a file. */
  boolean countsOnce() {
    return isAct() && !hasReason && !answer.filter(String.class::isInstance).isPresent();
  }

  @Override
  public int compareTo(ApiCall other) {
    int byPath = path.compareTo(other.path);
    return byPath == 0 ? method.compareTo(other.method) : byPath;
  }
}
