package io.safehand.server.base.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.root.UnsealMode;
import io.safehand.core.vault.root.WrongPassphrase;
import io.safehand.server.SafehandServer;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.DatabaseAddress;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Whole starts of the application, one after the other on the same places. */
class UnsealingTest {
  private static final CompanyId COMPANY = new CompanyId(new UUID(5, 5));
  @TempDir
  Path temporary;
  private final DatabaseAddress database = TestCluster.fresh();

  @Test
  void theSameHouseOpensAgainWithItsKeyFile() {
    String name;
    try (ConfigurableApplicationContext first = start(database, "--safehand.unseal.mode=S0")) {
      name = first.getBean(Keys.class).house();
      assertThat(first.getBean(Keys.class).mode()).isEqualTo(UnsealMode.S0);
      write(first);
    }
    try (ConfigurableApplicationContext second = start(database, "--safehand.unseal.mode=S0")) {
      assertThat(second.getBean(Keys.class).house()).isEqualTo(name);
      assertThat(second.getBean(Ledger.class).sequence(COMPANY)).isPresent();
    }
  }

  @Test
  void withoutAPassphraseTheServerStaysSealedUntilItIsBrought() {
    String wrong = "wrong horse";
    try (ConfigurableApplicationContext server = start(database)) {
      Keys keys = server.getBean(Keys.class);
      assertThat(keys.isOpen()).isFalse();
      assertThatThrownBy(keys::house).isInstanceOf(Sealed.class);
      keys.unseal("right horse 安交".toCharArray());
      assertThat(keys.mode()).isEqualTo(UnsealMode.S1);
    }
    try (ConfigurableApplicationContext server = start(database)) {
      Keys keys = server.getBean(Keys.class);
      assertThatThrownBy(() -> keys.unseal(wrong.toCharArray())).isInstanceOf(WrongPassphrase.class)
          .hasMessageNotContaining(wrong);
      assertThat(keys.isOpen()).isFalse();
      keys.unseal("right horse 安交".toCharArray());
      assertThat(keys.isOpen()).isTrue();
    }
  }

  @Test
  void aWrongPassphraseFileEndsTheStart() throws Exception {
    start(database, passphrase("right")).close();
    assertThat(refusal(database, passphrase("wrong")).code()).isEqualTo(ExitCode.PASSPHRASE);
  }

  @Test
  void aDatabaseOlderThanTheLogIsRefused() {
    DatabaseAddress older = TestCluster.fresh();
    try (ConfigurableApplicationContext server = start(database, "--safehand.unseal.mode=S0")) {
      write(server);
    }
    CannotStart refusal = refusal(older, "--safehand.unseal.mode=S0");
    assertThat(refusal.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("checkpoints of an earlier one");
  }

  @Test
  void aServerThatIsUnsealedOnAnOlderDatabaseStaysSealed() {
    DatabaseAddress older = TestCluster.fresh();
    try (ConfigurableApplicationContext server = start(database)) {
      server.getBean(Keys.class).unseal("right horse".toCharArray());
      write(server);
    }
    try (ConfigurableApplicationContext server = start(older)) {
      Keys keys = server.getBean(Keys.class);
      assertThatThrownBy(() -> keys.unseal("right horse".toCharArray())).isInstanceOf(CannotStart.class);
      assertThat(keys.isOpen()).isFalse();
    }
  }

  @Test
  void aMissingRootFolderEndsTheStart() {
    start(database, "--safehand.unseal.mode=S0").close();
    TestCluster.remove(temporary.resolve("data/second/roots"));
    CannotStart refusal = refusal(database, "--safehand.unseal.mode=S0");
    assertThat(refusal.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(refusal).hasMessageContaining("second/roots");
  }

  @Test
  void modesThatDoNotExistYetAreRefusedByName() {
    assertThat(refusal(database, "--safehand.unseal.mode=S2")).hasMessageContaining("S2");
  }

  @Test
  void aKeyFileBesideTheDataIsForThisMachineOnly() {
    assertThat(refusal(database, "--safehand.unseal.mode=S0", "--server.address=0.0.0.0").code())
        .isEqualTo(ExitCode.CONFIGURATION);
  }

  private String passphrase(String words) throws Exception {
    Path file = Files.writeString(temporary.resolve(words), words + "\n");
    return "--safehand.unseal.passphrase-file=" + file;
  }

  private static void write(ConfigurableApplicationContext server) {
    Ledger ledger = server.getBean(Ledger.class);
    ledger.write(COMPANY, "somebody", Act.DEAL_OPENED, Json.object());
    ledger.sequence(COMPANY);
  }

  private CannotStart refusal(DatabaseAddress on, String... arguments) {
    return assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start(on, arguments).close())
        .actual();
  }

  private ConfigurableApplicationContext start(DatabaseAddress on, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--safehand.data=" + temporary.resolve("data"));
    all.add("--safehand.database.url=" + on.url());
    all.add("--safehand.database.user=" + on.user());
    all.add("--safehand.database.password=" + on.password());
    return new SpringApplicationBuilder(SafehandServer.class).web(WebApplicationType.NONE)
        .run(all.toArray(String[]::new));
  }
}
