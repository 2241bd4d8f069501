package io.safehand.core.custody;

import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.keys.TreeOutdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.inventory.Audience;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.SealedPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database, or a part of it, is an older one: nothing is opened, no root is touched, nobody's key is lost. */
class RolledBackTest {
  @TempDir
  Path folder;
  private TeaHouse house;

  @BeforeEach
  void found() {
    house = new TeaHouse(folder);
    house.take(TeaHouse.customers(200));
  }

  @Test
  void aDatabaseThatNamesAnOlderRootLeadsToNoRootBeingErased() {
    CustodyState old = house.store.stored().copy();
    destroyWithSilentCopy(4);
    List<RootId> listed = house.roots.listed();
    assertThat(listed).hasSize(2);
    house.roots.hear();
    CustodyState newest = house.store.stored().copy();
    house.store.become(old);
    assertThatThrownBy(house::restart).isInstanceOf(TreeOutdated.class);
    assertThat(house.roots.listed()).isEqualTo(listed);
    house.store.become(newest);
    house.restart();
    assertThat(house.roots.listed()).containsExactly(newest.tree(house.name.tree()).root());
    opens(5, 200);
  }

  @Test
  void norDoesOneThatSaysItIsNewerThanItIs() {
    CustodyState old = house.store.stored().copy();
    TreeState then = old.tree(house.name.tree());
    destroyWithSilentCopy(4);
    List<RootId> listed = house.roots.listed();
    CustodyState newest = house.store.stored().copy();
    for (long version : new long[]{house.log.version(), house.log.version() + 1, house.log.version() + 99}) {
      house.store.become(old);
      house.store.tamper(state -> state
          .put(new TreeState(then.tree(), then.root(), version, then.nextLeaf(), then.epoch())));
      assertThatThrownBy(house::restart).as("version %d", version).isInstanceOf(TreeOutdated.class);
      assertThat(house.roots.listed()).isEqualTo(listed);
    }
    house.store.become(newest);
    house.roots.hear();
    house.restart();
    opens(5, 200);
  }

  @Test
  void noErasureTrustsAPageThatWasPutBack() {
    SealedPage early = putBackPage();
    CustodyState newest = house.store.stored().copy();
    house.store.tamper(state -> state.pages.put(early.address(), early));
    house.restart();
    List<RootId> listed = house.roots.listed();
    PersonId one = newest.records().iterator().next().person();
    assertThatThrownBy(
        () -> house.shredding().shred(TeaHouse.destroy(List.of(one)), TeaHouse.errand("retention")))
        .isInstanceOf(TreeOutdated.class);
    assertThat(house.roots.listed()).isEqualTo(listed);
    house.store.become(newest);
    house.restart();
    assertThat(house.store.stored().records()).hasSize(400).allMatch(record -> opens(record.person()));
  }

  @Test
  void norDoesAnIntake() {
    SealedPage early = putBackPage();
    CustodyState newest = house.store.stored().copy();
    house.store.tamper(state -> state.pages.put(early.address(), early));
    house.restart();
    List<String> more = TeaHouse.customers(500).subList(400, 500);
    assertThatThrownBy(() -> house.take(more)).isInstanceOf(TreeOutdated.class);
    house.store.become(newest);
    house.restart();
    house.take(more);
    assertThat(house.store.stored().records()).hasSize(500).allMatch(record -> opens(record.person()));
  }

  @Test
  void anOlderTreeNeverTakesTheNewersPlaceInTheSecondPlace() {
    CustodyState old = house.store.stored().copy();
    TreeState then = old.tree(house.name.tree());
    putBackPage();
    CustodyState newest = house.store.stored().copy();
    long version = house.log.version();
    house.store.become(old);
    house.store.tamper(state -> state
        .put(new TreeState(then.tree(), then.root(), version + 1, then.nextLeaf(), then.epoch())));
    assertThatThrownBy(house::restart).isInstanceOf(TreeOutdated.class);
    assertThat(house.log.version()).isEqualTo(version);
    house.store.become(newest);
    house.restart();
    assertThat(house.store.stored().records()).hasSize(400).allMatch(record -> opens(record.person()));
  }

  /** The page above the first leaves as it was before 200 more people came: it still opens under its key. */
  private SealedPage putBackPage() {
    SealedPage early = above();
    house.take(house.csv(TeaHouse.customers(400).subList(200, 400)), 64, 1);
    assertThat(above().version()).isGreaterThan(early.version());
    assertThat(above().pageKey()).isEqualTo(early.pageKey());
    return early;
  }

  private void destroyWithSilentCopy(int people) {
    house.roots.silence(1);
    assertThat(house.shredding()
        .shred(TeaHouse.destroy(house.people(0, people)), TeaHouse.errand("retention"))
        .unconfirmed()).isNotEmpty();
  }

  private SealedPage above() {
    return Optional.ofNullable(house.store.stored().pages.get(new PageAddress(house.name, 1, 0)))
        .orElseThrow();
  }

  private void opens(int from, int to) {
    assertThat(house.people(from, to)).allMatch(this::opens);
  }

  private boolean opens(PersonId person) {
    return IntakeTest.shown(house.see(person, Audience.OFFICER, TeaHouse.SERVICE), "member").startsWith("M0");
  }
}
