package io.safehand.server.deal.deals;

import io.safehand.core.json.Json;
import io.safehand.core.rules.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every gate of every stage, in the order in which they are shown. Read from {@code deals/gates.json}, format 1;
 * an unknown member, stage or condition and a gate named twice are refused.
 */
record GateCatalogue(List<Gate> gates) {
  private static final int FORMAT = 1;

  GateCatalogue {
    gates = List.copyOf(gates);
    Set<String> codes = new HashSet<>();
    for (Gate gate : gates) {
      if (!codes.add(gate.code())) {
        throw new IllegalArgumentException("gate " + gate.code() + " is named twice");
      }
    }
  }

  static GateCatalogue shipped() {
    try (InputStream file = GateCatalogue.class.getResourceAsStream("/deals/gates.json")) {
      if (file == null) {
        throw new IllegalStateException("the catalogue of gates is not on the class path");
      }
      return parse(file.readAllBytes());
    } catch (IOException unreadable) {
      throw new IllegalStateException("the catalogue of gates cannot be read", unreadable);
    }
  }

  static GateCatalogue parse(byte[] file) {
    Json.Object top = Json.parse(file).asObject().only("format", "gates");
    if (top.number("format") != FORMAT) {
      throw new IllegalArgumentException("the catalogue of gates has another format than " + FORMAT);
    }
    return new GateCatalogue(top.array("gates").objects().stream().map(GateCatalogue::gate).toList());
  }

  List<Gate> of(Stage stage) {
    return gates.stream().filter(gate -> gate.stage() == stage).toList();
  }

  List<Stage> stages() {
    return gates.stream().map(Gate::stage).distinct().toList();
  }

  private static Gate gate(Json.Object row) {
    row.only("gate", "stage", "proof", "of", "applies", "age");
    return new Gate(row.text("gate"), Stage.valueOf(row.text("stage")), row.text("proof"),
        Gate.Of.valueOf(row.text("of")), Applies.valueOf(row.text("applies")),
        row.has("age") ? Gate.Age.valueOf(row.text("age")) : Gate.Age.NONE);
  }
}
