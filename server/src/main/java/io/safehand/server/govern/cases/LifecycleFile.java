package io.safehand.server.govern.cases;

import io.safehand.server.start.YamlMembers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the lifecycles that come along. */
final class LifecycleFile {
  private LifecycleFile() {}

  /** @throws YamlMembers.Malformed with what is wrong */
  static Lifecycle parse(String yaml) {
    YamlMembers top = YamlMembers.parse(yaml).only("kind", "begins", "waiting", "moves");
    YamlMembers given = top.members("moves");
    Map<String, Map<String, Set<String>>> moves = new LinkedHashMap<>();
    for (String from : given.names()) {
      YamlMembers ways = given.members(from);
      Map<String, Set<String>> to = new LinkedHashMap<>();
      ways.names().forEach(state -> to.put(state, Set.copyOf(ways.texts(state))));
      moves.put(from, to);
    }
    return new Lifecycle(top.text("kind"), top.text("begins"), Set.copyOf(top.texts("waiting")), moves);
  }
}
