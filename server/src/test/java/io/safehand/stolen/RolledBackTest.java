package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.TestCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Somebody puts an older copy of the database back, while the files beside it are of today: no start goes on with it,
 * whatever was done since.
 *
 * <p>3 old copies; with {@code -Dsafehand.faults=all} (profile {@code faults}) 105.
 */
class RolledBackTest {
  private static final int MOMENTS = "all".equals(System.getProperty("safehand.faults")) ? 15 : 3;
  private static final String DATABASE = "postgresql";
  private static final List<String> LEDGER = List.of("ledger", "second/ledger", "roots/checkpoints",
      "second/roots/checkpoints");
  private final Path folder = TestCluster.folder("rolled-back");
  private final House house = new House(folder.resolve("data"));
  private final List<Path> moments = new ArrayList<>();

  @Test
  void noStartGoesOnWithAnOlderDatabase() throws Exception {
    CompanyId company = begun();
    for (int moment = 1; moment < MOMENTS; moment++) {
      somethingIsDone(company, moment);
    }
    for (int today = 1; today < MOMENTS; today++) {
      for (int old = 0; old < today; old++) {
        assertRefused(today, old, List.of(DATABASE), "lacks");
      }
    }
    List<String> all = new ArrayList<>(LEDGER);
    all.add(DATABASE);
    assertRefused(1, 0, all, "second place of a key tree");
    become(MOMENTS - 1, 0, List.of());
    try (ConfigurableApplicationContext server = house.start()) {
      assertThat(Seller.of(server, company).people()).as("with the right one it goes on").isNotEmpty();
    }
  }

  private CompanyId begun() throws Exception {
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.found(server);
      seller.bringIn(Seller.customers(folder, 200));
      moments.add(folder.resolve("moment-0"));
      server.close();
      House.copy(house.data(), moments.getLast());
      return seller.company();
    }
  }

  /** Stopped at once afterwards: nobody waits for the log. */
  private void somethingIsDone(CompanyId company, int moment) throws Exception {
    try (ConfigurableApplicationContext server = house.start()) {
      Seller seller = Seller.of(server, company);
      switch (moment % 4) {
        case 1 -> assertThat(seller.erase(seller.people().subList(0, 2))).isEmpty();
        case 2 -> server.getBean(Ledger.class).write(company, "officer", Act.DEAL_OPENED, Json.object());
        case 3 -> assertThat(seller.retag()).isEmpty();
        default -> seller.bringIn(Seller.customers(folder, 200 + moment));
      }
    }
    moments.add(folder.resolve("moment-" + moment));
    House.copy(house.data(), moments.getLast());
  }

  private void assertRefused(int today, int old, List<String> putBack, String why) throws Exception {
    become(today, old, putBack);
    CannotStart refusal = assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> house.start().close())
        .actual();
    assertThat(refusal.code()).as("%d over %d", old, today).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(refusal.line(Locale.ENGLISH)).contains("old copy", why).hasLineCount(1);
    assertThat(refusal.line(Locale.CHINESE)).hasLineCount(1);
  }

  /** The folder as it was at one moment, with these parts of an older one. */
  private void become(int today, int old, List<String> parts) throws Exception {
    House.remove(house.data());
    House.copy(moments.get(today), house.data());
    for (String part : parts) {
      House.remove(house.data().resolve(part));
      House.copy(moments.get(old).resolve(part), house.data().resolve(part));
    }
  }
}
