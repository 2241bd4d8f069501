package io.safehand.server.govern.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every order in which a case can go, walked through. */
class LifecycleTest {
  private static final Set<String> REQUEST_STATES = Set.of("RECEIVED", "VERIFYING", "UNDER_REVIEW",
      "ACCEPTED", "EXECUTING", "FULFILLED", "PARTLY_FULFILLED", "REFUSED", "ON_HOLD", "EXTENDED",
      "WITHDRAWN_BY_SUBJECT", "DUPLICATE_OF", "FAILED", "TRANSFERRED_TO_RECEIVER");
  private static final Set<String> DECIDED = Set.of("UNDER_REVIEW", "EXTENDED", "ON_HOLD", "ACCEPTED",
      "EXECUTING", "FULFILLED", "PARTLY_FULFILLED", "DUPLICATE_OF", "FAILED");
  private final Lifecycles lifecycles = new Lifecycles();

  /** Where a case is, and all that was ever shown on its way there. */
  private record Stand(String state, Set<String> shown) {}

  @Test
  void aRequestHasTheStatesOfTheDesign() {
    assertThat(lifecycles.of("request").moves().keySet()).isEqualTo(REQUEST_STATES);
  }

  @Test
  void nothingIsDecidedAboutARequestBeforeIdentityIsProved() {
    assertThat(everyWay(lifecycles.of("request"))).filteredOn(stand -> DECIDED.contains(stand.state()))
        .isNotEmpty()
        .allSatisfy(stand -> assertThat(stand.shown()).as(stand.state()).contains("identity"));
  }

  @Test
  void whoeverIsRefusedWasToldWhy() {
    for (String kind : List.of("request", "breach")) {
      assertThat(everyWay(lifecycles.of(kind)))
          .filteredOn(stand -> Set.of("REFUSED", "REJECTED", "PARTLY_FULFILLED").contains(stand.state()))
          .isNotEmpty()
          .allSatisfy(stand -> assertThat(stand.shown()).contains("reason", "told"));
    }
  }

  @Test
  void nothingIsFulfilledWithoutProofThatItWasDone() {
    assertThat(everyWay(lifecycles.of("request")))
        .filteredOn(stand -> Set.of("FULFILLED", "PARTLY_FULFILLED").contains(stand.state()))
        .isNotEmpty()
        .allSatisfy(stand -> assertThat(stand.shown()).contains("done", "told"));
    assertThat(everyWay(lifecycles.of("breach"))).filteredOn(stand -> stand.state().equals("SETTLED"))
        .isNotEmpty()
        .allSatisfy(stand -> assertThat(stand.shown()).contains("owed", "paid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "feedback", "breach"})
  void everyStateIsReachedAndLeadsToAnEnd(String kind) {
    Lifecycle lifecycle = lifecycles.of(kind);
    Set<String> reached = new TreeSet<>();
    everyWay(lifecycle).forEach(stand -> reached.add(stand.state()));
    assertThat(reached).isEqualTo(lifecycle.moves().keySet());
    for (String state : reached) {
      assertThat(everyWay(startingAt(lifecycle, state))).as("from %s", state)
          .anySatisfy(stand -> assertThat(lifecycle.isOver(stand.state())).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "feedback", "breach"})
  void withoutOneOfTheThingsItNeedsNoMoveIsMade(String kind) {
    Lifecycle lifecycle = lifecycles.of(kind);
    lifecycle.moves().forEach((from, ways) -> ways.forEach((to, needs) -> {
      assertThat(lifecycle.refusal(from, to, needs)).isEmpty();
      for (String one : needs) {
        Set<String> rest = new HashSet<>(needs);
        rest.remove(one);
        assertThat(lifecycle.refusal(from, to, rest)).hasValue(new MoveRefused(from, to, Set.of(one)));
      }
    }));
  }

  @Test
  void whatIsOverStaysAsItIs() {
    Lifecycle lifecycle = lifecycles.of("request");
    Set<String> everything = Set.of("identity", "reason", "told", "done", "original", "subject", "receiver");
    assertThat(REQUEST_STATES).filteredOn(lifecycle::isOver).hasSize(6).allSatisfy(end -> {
      for (String to : REQUEST_STATES) {
        assertThat(lifecycle.refusal(end, to, everything)).isPresent();
      }
    });
  }

  @Test
  void aLifecycleThatNamesAStateItLacksIsRefused() {
    assertThatThrownBy(() -> LifecycleFile.parse("{kind: x, begins: A, waiting: [], moves: {A: {B: []}}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Lifecycle startingAt(Lifecycle lifecycle, String state) {
    return new Lifecycle(lifecycle.kind(), state, lifecycle.waiting(), lifecycle.moves());
  }

  private static Set<Stand> everyWay(Lifecycle lifecycle) {
    Set<Stand> seen = new HashSet<>();
    Deque<Stand> open = new ArrayDeque<>(List.of(new Stand(lifecycle.begins(), Set.of())));
    while (!open.isEmpty()) {
      Stand stand = open.pop();
      if (seen.add(stand)) {
        for (Map.Entry<String, Set<String>> way : lifecycle.from(stand.state()).entrySet()) {
          Set<String> shown = new HashSet<>(stand.shown());
          shown.addAll(way.getValue());
          open.push(new Stand(way.getKey(), Set.copyOf(shown)));
        }
      }
    }
    return seen;
  }
}
