package io.safehand.server.govern.cases;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which states cases of one kind come through, and what each move needs. Pure; read from {@code lifecycles/<kind>.yaml}.
 *
 * @param waiting states in which somebody outside is awaited: the deadlines of the case pause
 * @param moves by state, where it may go from there and what must be shown for that; a state without moves is an end
 */
record Lifecycle(String kind, String begins, Set<String> waiting,
    Map<String, Map<String, Set<String>>> moves) {
  public Lifecycle {
    waiting = Set.copyOf(waiting);
    moves = Map.copyOf(moves);
    Set<String> named = new TreeSet<>(waiting);
    named.add(begins);
    moves.values().forEach(to -> named.addAll(to.keySet()));
    if (!moves.keySet().containsAll(named)) {
      throw new IllegalArgumentException("the lifecycle " + kind + " names states that it does not have");
    }
  }

  /** Where a case may go from this state, and what each way needs. */
  public Map<String, Set<String>> from(String state) {
    return moves.getOrDefault(state, Map.of());
  }

  /** Why a move is refused; empty when it is not. */
  public Optional<MoveRefused> refusal(String from, String to, Set<String> shown) {
    Set<String> needed = from(from).get(to);
    if (needed == null) {
      return Optional.of(new MoveRefused(from, to, Set.of()));
    }
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(shown);
    return missing.isEmpty() ? Optional.empty() : Optional.of(new MoveRefused(from, to, missing));
  }

  public boolean isOver(String state) {
    return from(state).isEmpty();
  }

  public boolean isWaiting(String state) {
    return waiting.contains(state);
  }
}
