package io.safehand.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floors and the habits of the server. */
class ArchitectureTest {
  /** From the lowest up. */
  private static final List<String> FLOORS = List.of("start", "base", "custody", "deal", "site");
  /** It runs on a clock that it sets itself, forward to the machine's time. */
  private static final String SETS_THE_DEMO_CLOCK = "io.safehand.server.site.demo.Walk";
  private static final JavaClasses SERVER = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("io.safehand.server");

  @ParameterizedTest
  @ValueSource(strings = {"start", "base", "custody", "deal"})
  void aFloorKnowsNothingOfTheFloorsAboveIt(String floor) {
    String[] above = FLOORS.stream()
        .skip(FLOORS.indexOf(floor) + 1L)
        .map(name -> "io.safehand.server." + name + "..")
        .toArray(String[]::new);
    noClasses().that()
        .resideInAPackage("io.safehand.server." + floor + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .check(SERVER);
  }

  @Test
  void modulesFormNoCircle() {
    slices().matching("io.safehand.server.(*).(*)..").should().beFreeOfCycles().check(SERVER);
  }

  @Test
  void onlyCoreOpensSealedData() {
    noClasses().should()
        .callMethodWhere(describe("opening sealed data",
            call -> call.getTargetOwner().getFullName().equals("io.safehand.core.vault.Vault")
                && call.getName().startsWith("open")))
        .check(SERVER);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses().that()
        .resideOutsideOfPackage("io.safehand.server.start")
        .and()
        .doNotHaveFullyQualifiedName(SETS_THE_DEMO_CLOCK)
        .should()
        .callMethodWhere(describe("a clock of the machine", ArchitectureTest::readsTheMachine))
        .check(SERVER);
  }

  @Test
  void onlyStartingAndProgressMeasureHowLongSomethingTakes() {
    noClasses().that()
        .resideOutsideOfPackages("io.safehand.server.start", "io.safehand.server.site.demo")
        .should()
        .callMethod(System.class, "nanoTime")
        .check(SERVER);
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
    return clock || now || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
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
        .check(SERVER);
    noMethods().should()
        .beAnnotatedWith("org.springframework.transaction.annotation.Transactional")
        .because("a transaction names its company: see Storage")
        .check(SERVER);
  }
}
