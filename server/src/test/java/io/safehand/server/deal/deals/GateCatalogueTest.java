package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.JsonRefused;
import io.safehand.core.rules.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateCatalogueTest {
  private static final String ROW = """
      {"gate": "a", "stage": "NDA", "proof": "b", "of": "DEAL", "applies": "ALWAYS"}""";

  @Test
  void everyStageOnTheWayHasAGate() {
    GateCatalogue shipped = GateCatalogue.shipped();
    for (Stage stage : StageOrder.before(Stage.COMPLETED)) {
      assertThat(shipped.of(stage)).as(stage.name()).isNotEmpty();
    }
  }

  @Test
  void theFormatPageNamesEveryProofAndReason() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "formats", "proofs.md"));
    List<Gate> gates = GateCatalogue.shipped().gates();
    assertThat(gates).allSatisfy(gate -> assertThat(page).contains("`" + gate.proof() + "`"));
    assertThat(gates).allSatisfy(gate -> assertThat(page).contains("`" + gate.applies().name() + "`"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses("{\"format\": 2, \"gates\": []}", IllegalArgumentException.class);
    refuses("{\"format\": 1, \"gates\": [], \"more\": 1}", JsonRefused.class);
    refuses(catalogue(ROW.replace("NDA", "LATER")), IllegalArgumentException.class);
    refuses(catalogue(ROW.replace("\"of\"", "\"whose\"")), JsonRefused.class);
    refuses(catalogue(ROW + "," + ROW), IllegalArgumentException.class);
  }

  private static String catalogue(String rows) {
    return "{\"format\": 1, \"gates\": [" + rows + "]}";
  }

  private static void refuses(String text, Class<? extends Exception> with) {
    assertThatThrownBy(() -> GateCatalogue.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(with);
  }
}
