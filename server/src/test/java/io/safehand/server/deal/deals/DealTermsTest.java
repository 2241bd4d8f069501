package io.safehand.server.deal.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.TransferTerms;
import io.safehand.server.deal.deals.DealTerms.AssetMode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DealTermsTest {
  private static final CompanyId SELLER = new CompanyId(new UUID(0, 1));
  private static final CompanyId BUYER = new CompanyId(new UUID(0, 2));

  @Test
  void theTypeDecidesTheLegalPath() {
    assertThat(DealTerms.of(DealType.MERGER_DIVISION, "海棠", SELLER, BUYER).path())
        .isEqualTo(LegalPath.SUCCESSION_22);
    assertThat(DealTerms.of(DealType.EQUITY, "海棠", SELLER, BUYER).path()).isEqualTo(LegalPath.NOTHING_MOVES);
    assertThat(DealTerms.of(DealType.DISSOLUTION_BANKRUPTCY, "海棠", SELLER, BUYER).path())
        .isEqualTo(LegalPath.SUCCESSION_22);
  }

  @Test
  void anAssetDealIsStrictUnlessToldOtherwise() {
    assertThat(DealTerms.of(DealType.ASSET, "海棠", SELLER, BUYER).path()).isEqualTo(LegalPath.PROVISION_23);
    assertThat(DealType.ASSET.path(AssetMode.NOTICE_22, true)).isEqualTo(LegalPath.SUCCESSION_22);
  }

  @Test
  void nothingMovesWhenNobodyTakesOver() {
    DealTerms alone = new DealTerms(DealType.DISSOLUTION_BANKRUPTCY, AssetMode.STRICT_23, "海棠", SELLER,
        Optional.empty(), false, false, false, 15, 30);
    assertThat(alone.path()).isEqualTo(LegalPath.NOTHING_MOVES);
  }

  @Test
  void anObjectionExcludesOnlyWhenThePartiesChooseSo() {
    DealTerms merger = DealTerms.of(DealType.MERGER_DIVISION, "海棠", SELLER, BUYER);
    assertThat(merger.transfer()).isEqualTo(new TransferTerms(LegalPath.SUCCESSION_22, false, false));
    assertThat(merger.excludingObjectors().transfer())
        .isEqualTo(new TransferTerms(LegalPath.SUCCESSION_22, true, false));
  }

  @Test
  void refusesASellerWhoIsTheBuyer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DealTerms.of(DealType.EQUITY, "海棠", SELLER, SELLER));
  }
}
