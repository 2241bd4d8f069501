package io.safehand.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the packages, and what core never touches. */
class ArchitectureTest {
  private static final String ROOT = "io.safehand.core.";
  private static final JavaClasses CORE = new ClassFileImporter().withImportOption(
      new ImportOption.DoNotIncludeTests())
      .importPackages("io.safehand.core");
  /** Beside itself, json and disk, a package may use these. */
  private static final Map<String, Set<String>> ARROWS = Map.ofEntries(Map.entry("json", Set.of()), Map.entry(
      "disk", Set.of()),
      Map.entry("person", Set.of()), Map.entry("detect", Set.of("person")), Map.entry("mask", Set.of(
          "person")),
      Map.entry("vault", Set.of("person")), Map.entry("ledger", Set.of("person")),
      Map.entry("inventory", Set.of("person")), Map.entry("rules", Set.of("inventory", "person")),
      Map.entry("handover", Set.of("vault", "ledger", "inventory", "person")),
      Map.entry("bulk", Set.of()),
      Map.entry("custody", Set.of("bulk", "handover", "vault", "ledger", "rules", "mask", "detect",
          "inventory", "person")));

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CORE.getPackage("io.safehand.core")
        .getSubpackages()
        .stream()
        .map(JavaPackage::getRelativeName)
        .collect(Collectors.toSet())).isSubsetOf(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void arrowsPointDown(String name) {
    Set<String> allowed = ARROWS.getOrDefault(name, Set.of());
    String[] forbidden = packages().filter(other -> !other.equals(name) && !Set.of("json", "disk")
        .contains(other))
        .filter(other -> !allowed.contains(other))
        .map(other -> ROOT + other + "..")
        .toArray(String[]::new);
    noClasses().that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void noFrameworkIsNeeded() {
    noClasses().should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "com.fasterxml..",
            "tools.jackson..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..",
            "ch.qos.logback..",
            "java.util.logging..", "java.sql..", "jakarta..")
        .check(CORE);
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.System$Logger").check(CORE);
  }

  @Test
  void onlyCustodyOpensSealedData() {
    noClasses().that()
        .resideOutsideOfPackages(ROOT + "custody..", ROOT + "vault..")
        .should()
        .accessTargetWhere(describe("open sealed data", ArchitectureTest::opens))
        .check(CORE);
    classes().that()
        .areAssignableTo(ROOT + "vault.OpeningToken")
        .should()
        .resideInAnyPackage(ROOT + "vault",
            ROOT + "custody")
        .allowEmptyShould(true)
        .check(CORE);
  }

  private static boolean opens(JavaAccess<?> access) {
    Set<String> keepers = Set.of(ROOT + "vault.Vault", ROOT + "vault.KeyTree");
    return keepers.contains(access.getTargetOwner().getFullName()) && access.getName().startsWith("open");
  }

  @Test
  void namesSayTheBusinessWord() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Common|Base)").check(CORE);
  }

  @Test
  void nothingIsKeptInStaticVariables() {
    noFields().that()
        .areStatic()
        .and()
        .areNotFinal()
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("io.safehand.core..")
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void timeAndChanceAreGiven() {
    noClasses().should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(java.util.Random.class)
        .check(CORE);
    noClasses().that()
        .areNotAssignableTo(java.security.SecureRandom.class)
        .should()
        .callConstructor(java.security.SecureRandom.class)
        .check(CORE);
  }
}
