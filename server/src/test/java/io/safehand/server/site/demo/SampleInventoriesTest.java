package io.safehand.server.site.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleInventoriesTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @Test
  void theTeaHouseDeclaresEveryColumnOfItsFile() throws IOException {
    assertThat(inventory("customers").columns()).containsExactlyInAnyOrderElementsOf(SampleCustomers.COLUMNS);
  }

  @Test
  void whatACompanyMustNotCollectIsNotDeclared() throws IOException {
    assertThat(inventory("people-3000").columns()).contains("CCNumber", "NationalID")
        .doesNotContain("Password", "CVV2", "CCExpires", "MothersMaiden", "Username");
  }

  @Test
  void numbersThatIdentifyAreSensitive() throws IOException {
    assertThat(inventory("customers").fields()).filteredOn(field -> field.isSensitive())
        .extracting(field -> field.name().text())
        .containsExactlyInAnyOrder("resident_id", "bank_card", "health_note");
  }

  private static Inventory inventory(String name) throws IOException {
    return InventoryFile.parse(Files.readString(SAMPLES.resolve(name + ".inventory.yaml")));
  }
}
