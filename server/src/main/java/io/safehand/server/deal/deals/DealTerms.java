package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.TransferTerms;
import java.util.Optional;

/**
 * What the parties agreed about a deal. The days are parameters of the product, not of Chinese law.
 *
 * @param codeName how the deal is called where its parties must not be; up to 60 characters
 * @param buyer empty while there is none yet, and at a dissolution that nobody takes over
 * @param excludeObjectors the parties chose that people who object stay behind
 * @param excludeUnnotified the parties chose that people who could not be told stay behind
 * @param detailsChange the company's name, contact or purposes change, so that an equity deal needs a notice too
 * @param objectionDays how long people may answer after they were told
 * @param noticeDays how long before closing people must have been told
 */
public record DealTerms(DealType type, AssetMode assetMode, String codeName, CompanyId seller,
    Optional<CompanyId> buyer, boolean excludeObjectors, boolean excludeUnnotified, boolean detailsChange,
    int objectionDays, int noticeDays) {
  public static final int NOTICE_DAYS = 15;

  /** How an asset deal is treated; the parameter {@code asset_deal_mode} of the catalogue. */
  public enum AssetMode {
    /** The default: a five-item notice and the separate consent of each person (PIPL 23). */
    STRICT_23,
    /** Notice only (PIPL 22); needs a legal opinion on file, which is a gate. */
    NOTICE_22
  }

  public static final int LONGEST_CODE_NAME = 60;
  private static final int MOST_DAYS = 366;

  public DealTerms {
    if (codeName.isBlank() || codeName.length() > LONGEST_CODE_NAME
        || codeName.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a code name has 1 to 60 characters");
    }
    if (buyer.filter(seller::equals).isPresent()) {
      throw new IllegalArgumentException("the buyer is not the seller");
    }
    if (objectionDays < 0 || objectionDays > MOST_DAYS || noticeDays < 0 || noticeDays > MOST_DAYS) {
      throw new IllegalArgumentException("a period has 0 to " + MOST_DAYS + " days");
    }
  }

  /** Strict about asset deals, objectors included as the law has it, periods by default, details unchanged. */
  public static DealTerms of(DealType type, String codeName, CompanyId seller, CompanyId buyer) {
    return new DealTerms(type, AssetMode.STRICT_23, codeName, seller, Optional.of(buyer), false, false, false,
        NOTICE_DAYS, NOTICE_DAYS);
  }

  /** These terms, where people who object stay behind. */
  public DealTerms excludingObjectors() {
    return new DealTerms(type, assetMode, codeName, seller, buyer, true, excludeUnnotified, detailsChange,
        objectionDays, noticeDays);
  }

  /** These terms, where the company's name, contact or purposes change with the deal. */
  public DealTerms changingDetails() {
    return new DealTerms(type, assetMode, codeName, seller, buyer, excludeObjectors, excludeUnnotified, true,
        objectionDays, noticeDays);
  }

  public LegalPath path() {
    return type.path(assetMode, buyer.isPresent());
  }

  /** The terms as the rules read them. */
  public TransferTerms transfer() {
    return new TransferTerms(path(), excludeObjectors, excludeUnnotified);
  }
}
