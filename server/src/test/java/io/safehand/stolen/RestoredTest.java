package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.Breakage;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The disk of the data folder is lost right after an erasure. What is left is an older copy of the database, the unseal
 * secret, and the second place: tree log, ledger, roots, as they were last; an old root lies there, too, as if the disk had
 * gone before it was erased.
 */
class RestoredTest {
  private static final String RESTORE = "--safehand.restore=li.wei,wang.fang";
  private static final int CUSTOMERS = 300;
  private static final int ERASED = 20;
  private final Path folder = TestCluster.folder("restored");
  private final House house = new House(folder.resolve("data"));
  private final Path backup = folder.resolve("backup");

  @Test
  void survivorsOpenAndTheErasedAreAbsent() throws Exception {
    CompanyId company = backedUp();
    Map<UUID, Map<String, String>> everybody = opened(backup);
    Set<UUID> erased;
    long late;
    Checkpoint shown;
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.of(server, company);
      assertThat(seller.retag()).isEmpty();
      late = seller.bringIn(Seller.customers(folder, CUSTOMERS + 10));
      List<PersonId> chosen = seller.people().subList(10, 10 + ERASED);
      assertThat(seller.erase(chosen)).isEmpty();
      erased = chosen.stream().map(each -> new UUID(each.high(), each.low())).collect(Collectors.toSet());
      shown = server.getBean(Ledger.class)
          .sequence(company)
          .flatMap(note -> note.unverifiedCheckpoint())
          .orElseThrow();
    }
    loseTheDisk();
    oldRootsComeBack();
    assertRefused(ExitCode.CONFIGURATION, "is missing");
    assertRefused(ExitCode.CONFIGURATION, "two people", "--safehand.restore=li.wei");
    house.start(RESTORE).close();

    Map<UUID, Map<String, String>> restored = opened(house.data());
    everybody.keySet().removeAll(erased);
    assertThat(restored.keySet()).isEqualTo(everybody.keySet());
    assertThat(restored.equals(everybody)).as("with the same values").isTrue();
    assertNothingIsLeftOf(erased);
    assertThat(Loot.roots(house.data())).as("of house and company").hasSize(2);
    goesOn(company, shown, late);
  }

  /** The log has no gap and no fork, and who is in is known: the same file brings in only who is not. */
  private void goesOn(CompanyId company, Checkpoint shown, long late) throws Exception {
    try (ConfigurableApplicationContext server = house.start()) {
      assertThat(Seller.of(server, company).bringIn(Seller.customers(folder, CUSTOMERS))).isEqualTo(ERASED);
      Ledger ledger = server.getBean(Ledger.class);
      assertThat(ledger.sequence(company)).isPresent();
      for (Path place : List.of(ledger.place(company).folder(), ledger.place(company).second())) {
        LedgerVerifier verifier = new LedgerVerifier(server.getBean(Keys.class).trust());
        assertThat(verifier.verify(place, List.of(shown))).isInstanceOf(LedgerVerdict.Sound.class);
      }
      LedgerLine said = restored(server.getBean(Storage.class), company);
      assertThat(said.who()).isEqualTo("li.wei+wang.fang");
      assertThat(said.details().number("removed")).isEqualTo(ERASED);
      assertThat(said.details().number("lost")).isEqualTo(late).isPositive();
    }
  }

  private static LedgerLine restored(Storage storage, CompanyId company) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select bytes from ledger.line where company_id = ?")
            .param(company.value())
            .query(byte[].class)
            .stream()
            .map(LedgerLine::parse)
            .filter(line -> line.act().equals(Act.RESTORE.code()))
            .reduce((one, another) -> {
              throw new AssertionError("restored twice");
            })
            .orElseThrow());
  }

  private void assertNothingIsLeftOf(Set<UUID> erased) throws Exception {
    Loot loot = new Loot().with(house.data());
    assertThat(loot.records).noneMatch(record -> erased.contains(record.person()));
    assertThat(loot.tags).noneMatch(tag -> erased.contains(tag.person()));
  }

  @Test
  void aRestoreThatWasStoppedKeepsEveryOtherStartOut() throws Exception {
    CompanyId company = backedUp();
    Files.writeString(house.data().resolve("restoring"), "li.wei+wang.fang\n");
    assertRefused(ExitCode.UNAVAILABLE, "not finished");
    house.start(RESTORE).close();
    try (ConfigurableApplicationContext server = house.start()) {
      assertThat(Seller.of(server, company).people()).isNotEmpty();
    }
  }

  private CompanyId backedUp() throws Exception {
    CompanyId company;
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.found(server);
      seller.bringIn(Seller.customers(folder, CUSTOMERS));
      company = seller.company();
    }
    House.copy(house.data(), backup);
    return company;
  }

  private void loseTheDisk() throws Exception {
    House.copy(house.data().resolve("second"), folder.resolve("second"));
    House.remove(house.data());
    Files.createDirectory(house.data());
    for (String kept : List.of("postgresql", "unseal.key", "safehand.folder")) {
      House.copy(backup.resolve(kept), house.data().resolve(kept));
    }
    House.copy(folder.resolve("second"), house.data().resolve("second"));
  }

  private void oldRootsComeBack() throws Exception {
    try (Stream<Path> files = Files.list(backup.resolve("second/roots"))) {
      for (Path root : files.filter(file -> file.toString().endsWith(".root")).toList()) {
        House.copy(root, house.data().resolve("second/roots"));
      }
    }
  }

  private static Map<UUID, Map<String, String>> opened(Path data) throws Exception {
    return new Thief(new Loot().with(data), Loot.roots(data)).opened();
  }

  private void assertRefused(ExitCode code, String why, String... settings) {
    Throwable thrown = catchThrowable(() -> house.start(settings).close());
    CannotStart refusal = new Breakage().of(thrown).orElseThrow();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessageContaining(why);
  }
}
