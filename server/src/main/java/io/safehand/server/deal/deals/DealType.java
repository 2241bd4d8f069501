package io.safehand.server.deal.deals;

import io.safehand.core.rules.LegalPath;

/** What is sold, and so whether the handler of the customers' data changes. */
public enum DealType {
  /** 合并/分立: the successor continues all duties. */
  MERGER_DIVISION,
  /** 股权转让: the company stays the handler; only who controls it changes. */
  EQUITY,
  /** 资产/业务转让: disputed in law; strict unless a legal opinion says otherwise. */
  ASSET,
  /** 解散/破产: a successor takes over, or everything is deleted. */
  DISSOLUTION_BANKRUPTCY;

  /** The legal path of PIPL, given how an asset deal is treated and whether anybody takes over. */
  LegalPath path(DealTerms.AssetMode assetMode, boolean buyer) {
    return switch (this) {
      case MERGER_DIVISION -> LegalPath.SUCCESSION_22;
      case EQUITY -> LegalPath.NOTHING_MOVES;
      case ASSET -> switch (assetMode) {
        case STRICT_23 -> LegalPath.PROVISION_23;
        case NOTICE_22 -> LegalPath.SUCCESSION_22;
      };
      case DISSOLUTION_BANKRUPTCY -> buyer ? LegalPath.SUCCESSION_22 : LegalPath.NOTHING_MOVES;
    };
  }
}
