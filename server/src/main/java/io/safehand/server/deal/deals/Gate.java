package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;

/**
 * One condition for leaving a stage, as data.
 *
 * @param proof the kind of evidence it asks for; docs/formats/proofs.md lists them
 * @param of whose evidence
 * @param age how old the evidence must at least be
 */
record Gate(String code, Stage stage, String proof, Of of, Applies applies, Age age) {

  enum Of {
    SELLER, DEAL
  }

  enum Age {
    NONE, OBJECTION_DAYS, NOTICE_DAYS;

    int days(DealTerms terms) {
      return switch (this) {
        case NONE -> 0;
        case OBJECTION_DAYS -> terms.objectionDays();
        case NOTICE_DAYS -> terms.noticeDays();
      };
    }
  }
}
