package io.safehand.core.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the work: the n-th of its name.
 *
 * @param reads whether it only opens what is there
 */
record FaultPoint(String call, int number, boolean reads) {
  private static final Pattern CALL = Pattern.compile("^(\\d+) +([a-z0-9]+)\\((.*)$");

  /** The calls of a round, from a trace, in the order in which they came. */
  static List<FaultPoint> of(Path trace, Path home) throws IOException {
    List<FaultPoint> points = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    String thread = "";
    for (String line : Files.readAllLines(trace)) {
      Matcher call = CALL.matcher(line);
      if (!call.find()) {
        continue;
      }
      if (line.contains(home + "/begin")) {
        thread = call.group(1);
      } else if (line.contains(home + "/end")) {
        return points;
      } else if (thread.equals(call.group(1))) {
        int number = counts.merge(call.group(2), 1, Integer::sum);
        if (line.contains(home.toString())) {
          points.add(new FaultPoint(call.group(2), number, line.contains("O_RDONLY")));
        }
      }
    }
    throw new IllegalStateException("the work did not come to its end");
  }

  /** What the process must be told to be struck here, with so many calls of the name allowed. */
  String round(int allowance) {
    return call + ":" + number + ":" + allowance;
  }

  Path home(Path folder) {
    return folder.resolve(call + "-" + number);
  }
}
