package io.safehand.server.deal.deals;

import io.safehand.core.rules.LegalPath;

/** To which deals a gate applies, and the code of the reason why it does not 不适用 to the others. */
enum Applies {
  ALWAYS("always"),
  /** Personal information moves to a buyer. */
  DATA_MOVES("data.stays"),
  /** The company is sold as it is. */
  CONTROL_CHANGES("control.stays"),
  /** People must be told: data moves, or the company's name, contact or purposes change. */
  PEOPLE_TOLD("nothing.changes"),
  /** What the seller holds ends: after a transfer, or because nobody takes over. */
  SELLER_ENDS("seller.stays"),
  /** Moving without separate consent rests on a legal opinion. */
  OPINION_NEEDED("path.undisputed");

  private final String otherwise;

  Applies(String otherwise) {
    this.otherwise = otherwise;
  }

  String otherwise() {
    return otherwise;
  }

  boolean to(DealTerms deal) {
    boolean moves = deal.path() != LegalPath.NOTHING_MOVES;
    return switch (this) {
      case ALWAYS -> true;
      case DATA_MOVES -> moves;
      case CONTROL_CHANGES -> deal.type() == DealType.EQUITY;
      case PEOPLE_TOLD -> moves || deal.detailsChange();
      case SELLER_ENDS -> moves || deal.type() == DealType.DISSOLUTION_BANKRUPTCY;
      case OPINION_NEEDED ->
        deal.type() == DealType.ASSET && deal.assetMode() == DealTerms.AssetMode.NOTICE_22;
    };
  }
}
