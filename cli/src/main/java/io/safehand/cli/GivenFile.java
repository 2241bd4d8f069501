package io.safehand.cli;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import io.safehand.core.inventory.InventoryRefused;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody named on the command line; what is no ordinary file is refused with its own words. */
record GivenFile(Path path) {

  void refuseUnlessOrdinary() {
    if (Files.isDirectory(path)) {
      throw new Refused(ExitCode.NO_INPUT, "file.folder", path);
    }
    if (!Files.exists(path)) {
      throw new Refused(ExitCode.NO_INPUT, "file.missing", path);
    }
    if (!Files.isRegularFile(path)) {
      throw new Refused(ExitCode.NO_INPUT, "file.special", path);
    }
  }

  Inventory inventory() throws IOException {
    refuseUnlessOrdinary();
    try {
      return InventoryFile.parse(Files.readString(path));
    } catch (CharacterCodingException notText) {
      throw new Refused(ExitCode.DATA, "inspect.inventory.text");
    } catch (InventoryRefused refused) {
      throw new Refused(ExitCode.DATA, "inspect.inventory.refused", String.valueOf(refused.getMessage()));
    }
  }
}
