package io.safehand.cli;

import io.safehand.core.custody.intake.Intake;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A person's own file and its inventory, looked at from beginning to end before anything is started or changed: what
 * cannot be imported is refused here.
 */
record DemoInput(Path file, Path inventory) {

  void refuseUnfit(boolean dropUndeclared) throws IOException {
    Inventory declared = new GivenFile(inventory).inventory();
    new GivenFile(file).refuseUnlessOrdinary();
    try (CsvSource source = CsvSource.open(file)) {
      refuseColumns(Intake.missing(declared, source.columns()), "demo.missing");
      if (!dropUndeclared) {
        refuseColumns(Intake.undeclared(declared, source.columns()), "demo.undeclared");
      }
      refuseDamaged(source);
    }
  }

  private static void refuseColumns(List<String> columns, String key) {
    if (!columns.isEmpty()) {
      throw new Refused(ExitCode.DATA, key, String.join(", ", columns));
    }
  }

  private static void refuseDamaged(CsvSource source) {
    long rows = 0;
    while (source.hasNext()) {
      source.next();
      rows++;
    }
    if (rows == 0) {
      throw new Refused(ExitCode.DATA, "demo.no-rows");
    }
  }
}
