package io.safehand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import io.safehand.planted.PlantedServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** Modules use only what they name, and only each other's doors; the diagrams are written to target. */
class ModulesTest {
  private static final ImportOption WITH_TESTS = location -> true;

  @Test
  void everyArrowIsAllowed() {
    ApplicationModules modules = ApplicationModules.of(SafehandServer.class);
    modules.verify();
    new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
  }

  @Test
  void anUpwardArrowIsRefused() {
    ApplicationModules planted = ApplicationModules.of(PlantedServer.class, WITH_TESTS);
    assertThat(planted.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrder("base.ledger", "site.home");
    assertThatThrownBy(planted::verify).isInstanceOf(Violations.class)
        .hasMessageContaining("base.ledger")
        .hasMessageContaining("site.home");
  }
}
