package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class LedgerProofTest {
  @Autowired
  Evidence evidence;
  @Autowired
  Ledger ledger;
  @Autowired
  Storage storage;
  @Autowired
  Access access;
  private SampleCompany company;

  @BeforeEach
  void aLogWithLines() {
    company = SampleCompany.in(access);
    ledger.write(company.id(), "officer", Act.DEAL_OPENED, Json.object());
    ledger.sequence(company.id());
  }

  @Test
  void holdsWhileDatabaseLogAndCheckpointAgree() {
    assertThat(state()).isEqualTo(Proof.State.HOLDS);
  }

  @Test
  void failsWhenTheDatabaseNumbersLinesThatTheLogDoesNotHave() {
    storage.run(company.id(), () -> storage.jdbc().sql("""
        update ledger.line set number = number + 1
         where company_id = ? and number = (select max(number) from ledger.line where company_id = ?)
        """).params(company.id().value(), company.id().value()).update());
    assertThat(state()).isEqualTo(Proof.State.FAILED);
    storage.run(company.id(), () -> storage.jdbc().sql("""
        update ledger.line set number = number - 1
         where company_id = ? and number = (select max(number) from ledger.line where company_id = ?)
        """).params(company.id().value(), company.id().value()).update());
    assertThat(state()).isEqualTo(Proof.State.HOLDS);
  }

  private Proof.State state() {
    return evidence.of(company.id(), Subject.of(company.id()), "ledger.healthy").state();
  }
}
