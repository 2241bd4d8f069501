package io.safehand.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floors and the habits of the server. */
class ArchitectureTest {
  /** From the lowest up. */
  private static final List<String> FLOORS = List.of("start", "base", "custody", "govern", "deal", "guard",
      "site");
  private static final JavaClasses SERVER = new ClassFileImporter().withImportOption(
      new ImportOption.DoNotIncludeTests())
      .importPackages("io.safehand.server");

  @ParameterizedTest
  @ValueSource(strings = {"start", "base", "custody", "govern", "deal", "guard"})
  void aFloorKnowsNothingOfTheFloorsAboveIt(String floor) {
    String[] above = FLOORS.stream()
        .skip(FLOORS.indexOf(floor) + 1L)
        .map(name -> "io.safehand.server." + name
            + "..")
        .toArray(String[]::new);
    noClasses().that()
        .resideInAPackage("io.safehand.server." + floor + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void modulesFormNoCircle() {
    slices().matching("io.safehand.server.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(
            SERVER);
  }

  @Test
  void onlyCoreOpensSealedData() {
    noClasses().should()
        .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
            "opening sealed data",
            call -> call.getTargetOwner().getFullName().equals("io.safehand.core.vault.Vault")
                && call.getName().startsWith("open")))
        .check(SERVER);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses().should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class,
            "currentTimeMillis")
        .check(SERVER);
    noClasses().that()
        .resideOutsideOfPackage("io.safehand.server.start")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(SERVER);
  }

  @Test
  void namesSayTheBusinessWord() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Common|Base)").check(SERVER);
  }

  @Test
  void rowsAreWrittenInPlainSql() {
    noClasses().should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "org.springframework.data..", "org.jooq..")
        .check(
            SERVER);
    noMethods().should()
        .beAnnotatedWith("org.springframework.transaction.annotation.Transactional")
        .because("a transaction names its company: see Storage")
        .check(SERVER);
  }
}
