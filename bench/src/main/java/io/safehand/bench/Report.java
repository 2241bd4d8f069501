package io.safehand.bench;

import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Prints one JSON line for the machine and one for each measure. */
record Report(Consumer<String> lines, int rounds) {
  private static final JsonMapper JSON = JsonMapper.shared();

  void machine(Machine machine) {
    lines.accept(JSON.writeValueAsString(machine));
  }

  /** What the product did, what the peer did, and what their ratio should come to. */
  void line(String name, String unit, Figures own, String peer, Figures peers, Goal goal) {
    double ratio = own.median() / peers.median();
    lines.accept(JSON.writeValueAsString(new Line(name, unit, rounded(own.median()),
        new double[]{rounded(own.min()), rounded(own.max())}, peer, rounded(peers.median()), rounded(ratio),
        goal.toString(), goal.isReachedBy(ratio), rounds)));
  }

  /** Four digits: more of a measure is noise. */
  private static double rounded(double figure) {
    if (figure == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(figure))) - 3);
    return unit >= 1 ? Math.round(figure / unit) * unit : Math.round(figure / unit) / Math.rint(1 / unit);
  }

  @SuppressWarnings("ArrayRecordComponent") // printed and forgotten
  private record Line(String name, String unit, double median, double[] spread, String peer,
      double peerMedian, double ratio, String goal, boolean reached, int rounds) {}
}
