package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;
import java.util.List;

/** What came of the wish that a deal goes on. */
public sealed interface Advance {
  /**
   * @param overridden how many gates were passed by override
   */
  record Moved(Stage to, int overridden) implements Advance {}

  /**
   * @param open the gates that do not pass now
   */
  record Refused(Reason reason, List<GateView> open) implements Advance {
    public Refused {
      open = List.copyOf(open);
    }
  }

  /** Why a deal stays where it is, with a stable code. */
  enum Reason {
    /** The matter is not about this deal at this stage. */
    OTHER_MATTER("deal.other-matter"),
    /** Nobody entitled has approved yet, or somebody rejected. */
    NOT_DECIDED("deal.not-decided"),
    /** A gate changed since it was decided. */
    CHANGED("deal.changed"),
    /** A gate is open and two overrides are not there. */
    GATES_OPEN("deal.gates-open"),
    /** The deal or the seller is under a hold. */
    HELD("standing.held"),
    /** The deal has ended. */
    ENDED("deal.ended"),
    /** There is a buyer already, or the customers are told who it is. */
    BUYER_THERE("deal.buyer-there");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
