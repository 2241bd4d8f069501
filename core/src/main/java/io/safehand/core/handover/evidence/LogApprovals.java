package io.safehand.core.handover.evidence;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.ledger.Act;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether those who approved and acted, as the papers say, stand in the log with the same decision, before the act was
 * complete.
 */
record LogApprovals(LogLines lines) {
  /** The release line names the decision, and both who released approved it in an earlier line. */
  void require(PackageCheck.Sound handedOver) throws HandoverRefused {
    String decision = handedOver.release().decision();
    Set<String> accounts = accounts(Act.DECISION_APPROVED, decision, handedOver.index());
    for (Approval approval : handedOver.manifest().approvals()) {
      require(approval.decision().equals(decision) && accounts.contains(approval.account()),
          "manifest approval of " + approval.account());
    }
  }

  /** Two people approved, one of them who verified, and who performed it destroyed under that decision. */
  void require(Certificate certificate) throws HandoverRefused {
    Approval verified = certificate.verifiedBy();
    Approval performed = certificate.performedBy();
    Set<String> accounts = accounts(Act.DECISION_APPROVED, verified.decision(), certificate.log().size());
    require(accounts.size() > 1 && accounts.contains(verified.account()),
        "certificate approval of " + verified.account());
    boolean acted = certificate.what().destroyed() == 0
        || accounts(Act.SHRED, verified.decision(), certificate.log().size()).contains(performed.account());
    require(acted && performed.decision().equals(verified.decision()),
        "certificate act of " + performed.account());
  }

  /** Who did this on the ground of that decision; destruction names it as its case. */
  private Set<String> accounts(Act act, String decision, long size) throws HandoverRefused {
    Set<String> accounts = new HashSet<>();
    lines.forEach(size, line -> {
      boolean same = line.decision().equals(decision) || line.caseId().equals(decision);
      if (line.act().equals(act.code()) && same && !decision.isEmpty()) {
        accounts.add(line.who());
      }
    });
    return accounts;
  }

  private static void require(boolean stands, String what) throws HandoverRefused {
    if (!stands) {
      throw new HandoverRefused(Fault.CONTRADICTION, what + " is not in the ledger");
    }
  }
}
