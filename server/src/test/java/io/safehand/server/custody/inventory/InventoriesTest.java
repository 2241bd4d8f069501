package io.safehand.server.custody.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.safehand.core.inventory.InventoryRefused;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class InventoriesTest {
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Evidence evidence;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
  }

  @Test
  void theNewestVersionIsInForce() {
    adopt("1");
    Adopted second = adopt("2");
    assertThat(second.number()).isEqualTo(2);
    assertThat(inventories.current(company.id()).version()).isEqualTo("2");
    assertThat(inventories.adopted(company.id())).contains(second);
    assertThat(second.approvers()).containsExactly(lawyer.who());
  }

  @Test
  void theSameTextAgainChangesNothing() {
    assertThat(adopt("1")).isEqualTo(adopt("1"));
    assertThat(lines("inventory.adopted")).isEqualTo(1);
  }

  @Test
  void somebodyElseMustApprove() {
    String text = SampleInventory.version("1");
    MatterId matter = inventories.propose(company.id(), text, officer);
    assertThatIllegalStateException()
        .isThrownBy(() -> inventories.adopt(company.id(), text, matter, officer));
    assertThat(decisions.approve(officer, matter, inventories.decided(company.id(), text)))
        .isInstanceOf(Verdict.Refused.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> inventories.adopt(company.id(), text, matter, officer));
    decisions.approve(lawyer, matter, inventories.decided(company.id(), text));
    assertThatIllegalStateException()
        .isThrownBy(() -> inventories.adopt(company.id(), SampleInventory.version("2"), matter, officer));
    assertThat(inventories.adopt(company.id(), text, matter, officer).approvers())
        .containsExactly(lawyer.who());
  }

  @Test
  void anOldApprovalIsNoWayBehindAnotherVersion() {
    String old = SampleInventory.version("1");
    MatterId matter = inventories.propose(company.id(), old, officer);
    decisions.approve(lawyer, matter, inventories.decided(company.id(), old));
    adopt("2");
    assertThat(inventories.proposals(company.id())).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> inventories.adopt(company.id(), old, matter, officer));
    assertThat(inventories.current(company.id()).version()).isEqualTo("2");
  }

  @Test
  void theTextInForceAgainUsesItsDecisionUp() {
    adopt("1");
    String text = SampleInventory.version("1");
    MatterId matter = inventories.propose(company.id(), text, officer);
    decisions.approve(lawyer, matter, inventories.decided(company.id(), text));
    inventories.adopt(company.id(), text, matter, officer);
    assertThat(decisions.matter(company.id(), matter).orElseThrow().state()).isEqualTo(Matter.State.DONE);
    assertThat(inventories.version(company.id(), 1)).isEqualTo(inventories.adopted(company.id()));
    assertThat(inventories.version(company.id(), 2)).isEmpty();
  }

  @Test
  void whoHasNoRoleForItDoesNotAsk() {
    Account staff = company.person("staff", Role.STAFF);
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> inventories.propose(company.id(), SampleInventory.version("1"), staff));
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(
        () -> inventories.propose(company.id(), SampleInventory.version("1"), company.administrator()));
  }

  @Test
  void whatIsNoInventoryIsNotAdopted() {
    assertThatExceptionOfType(InventoryRefused.class)
        .isThrownBy(() -> inventories.propose(company.id(), "format: 9", officer));
    assertThatExceptionOfType(NoInventory.class).isThrownBy(() -> inventories.current(company.id()));
  }

  @Test
  void anotherCompanyHasNotAdoptedIt() {
    adopt("1");
    SampleCompany other = SampleCompany.in(access);
    assertThat(inventories.adopted(other.id())).isEmpty();
  }

  @Test
  void theProofHoldsFromAdoption() {
    assertThat(proof().state()).isEqualTo(Proof.State.MISSING);
    Adopted adopted = adopt("1");
    assertThat(proof().state()).isEqualTo(Proof.State.HOLDS);
    assertThat(proof().since()).contains(adopted.at());
  }

  @Test
  void anAdoptionThatDoesNotCommitLeavesNothing() {
    try {
      storage.run(company.id(), () -> {
        adopt("1");
        throw new IllegalStateException("stop");
      });
    } catch (IllegalStateException stopped) {
      assertThat(stopped).hasMessage("stop");
    }
    assertThat(inventories.adopted(company.id())).isEmpty();
    assertThat(lines("inventory.adopted")).isZero();
  }

  private Proof proof() {
    return evidence.of(company.id(), Subject.of(company.id()), "inventory.adopted");
  }

  private Adopted adopt(String version) {
    return new AdoptedInventory(inventories, decisions).adopt(SampleInventory.version(version), officer,
        lawyer);
  }

  private long lines(String act) {
    return storage.in(company.id(),
        () -> storage.jdbc()
            .sql(
                """
                    select count(*) from ledger.line where company_id = ? and convert_from(bytes, 'UTF8')::json ->> 'act' = ?
                    """)
            .params(company.id().value(), act)
            .query(Long.class)
            .single());
  }
}
