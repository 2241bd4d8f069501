package io.safehand.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.safehand.core.vault.Vault;
import io.safehand.core.vault.tree.KeyTree;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the packages, and what core never touches. */
class ArchitectureTest {
  private static final String ROOT = "io.safehand.core.";
  private static final JavaClasses CORE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("io.safehand.core");
  /** Beside itself, json, disk and hash, a package may use these. */
  private static final Map<String, Set<String>> ARROWS = Map.ofEntries(Map.entry("json", Set.of()),
      Map.entry("disk", Set.of()), Map.entry("hash", Set.of()), Map.entry("person", Set.of()),
      Map.entry("detect", Set.of("person")), Map.entry("mask", Set.of("person")),
      Map.entry("vault", Set.of("person")), Map.entry("ledger", Set.of("person")),
      Map.entry("inventory", Set.of("person")), Map.entry("rules", Set.of("inventory", "person")),
      Map.entry("handover", Set.of("vault", "ledger", "inventory", "person")), Map.entry("bulk", Set.of()),
      Map.entry("custody",
          Set.of("bulk", "handover", "vault", "ledger", "rules", "mask", "detect", "inventory", "person")));

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
    String[] forbidden = packages()
        .filter(other -> !other.equals(name) && !Set.of("json", "disk", "hash").contains(other))
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

  @ParameterizedTest
  @CsvSource({"stored, keys intake acts", "keys, intake acts", "intake, acts"})
  void insideCustodyActsStandOnIntakeIntakeOnKeysAndAllOnWhatIsStored(String part, String above) {
    String[] forbidden = Stream.of(above.split(" "))
        .map(name -> name.equals("acts") ? ROOT + "custody" : ROOT + "custody." + name)
        .toArray(String[]::new);
    noClasses().that()
        .resideInAPackage(ROOT + "custody." + part)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CORE);
  }

  @Test
  void noFrameworkIsNeeded() {
    noClasses().should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "com.fasterxml..", "tools.jackson..", "org.slf4j..",
            "org.apache.logging..", "org.apache.commons.logging..", "ch.qos.logback..", "java.util.logging..",
            "java.sql..", "jakarta..")
        .check(CORE);
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.System$Logger").check(CORE);
  }

  @Test
  void onlyCustodyOpensSealedData() {
    noClasses().that()
        .resideOutsideOfPackages(ROOT + "custody..", ROOT + "vault..")
        .should()
        .accessTargetWhere(describe("open sealed data", ArchitectureTest::opens))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(KeyTree.class)
        .check(CORE);
    classes().that()
        .areAssignableTo(ROOT + "vault.OpeningToken")
        .should()
        .resideInAnyPackage(ROOT + "vault", ROOT + "custody")
        .allowEmptyShould(true)
        .check(CORE);
  }

  private static boolean opens(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Vault.class) && access.getName().startsWith("open");
  }

  /** Every way to the time that passes the given clock by. */
  private static boolean readsTheMachine(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    boolean clock = owner.equals("java.time.Clock") && call.getName().matches("system.*|tick.+");
    boolean now = owner.startsWith("java.time.") && call.getName().equals("now")
        && call.getTarget()
            .getRawParameterTypes()
            .stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
    return clock || now
        || owner.equals("java.lang.System") && call.getName().matches("currentTimeMillis|nanoTime");
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
        .callMethodWhere(describe("a clock of the machine", ArchitectureTest::readsTheMachine))
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
