package io.safehand.server.custody.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.TestServer;
import org.junit.jupiter.api.Test;

/** A company's vault whose making was stopped. */
class VaultsTest {
  @Test
  void aServerThatStoppedBehindTheKeyTreeMakesTheVaultWhole() {
    try (TestServer server = new TestServer()) {
      CompanyId company = SampleCompany.in(server.door(Access.class)).id();
      long epoch = server.door(Vaults.class).of(company).epoch();
      server.door(Storage.class)
          .run(company,
              () -> server.door(Storage.class)
                  .jdbc()
                  .sql("delete from records.population where company_id = ?")
                  .param(company.value())
                  .update());

      server.restart();

      assertThat(server.door(Vaults.class).of(company).epoch()).isEqualTo(epoch);
      assertThat(server.door(Vaults.class).population(company).live()).isZero();
      assertThat(server.door(Vaults.class).leaves(company)).isZero();
    }
  }
}
