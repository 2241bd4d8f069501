package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Deal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A certificate to vary in tests. */
public final class PapersFixture {
  public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  public static final LogState LOG = new LogState("seller.example/log", 7,
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

  private PapersFixture() {}

  public static Certificate certificate(Deal deal, Optional<String> manifest, Optional<String> receipt,
      long before, CommitmentList destroyed, long kept, LogState log) {
    return new Certificate("cert-1", deal, manifest, receipt,
        new Destroyed(before, destroyed.count(), destroyed.root()), Stage.done(NOW),
        Stage.pending(NOW.plusSeconds(600), List.of("epoch 1")),
        List.of(new ErasedCopy("slot-a", Optional.of(NOW)), new ErasedCopy("slot-b", Optional.of(NOW))),
        List.of(new Node("node-1", Optional.of(NOW), false)),
        List.of(new ErasedCopy("package-1", Optional.empty())),
        List.of(new KeptPart("cn.accounting", kept, Optional.of(LocalDate.of(2031, 12, 31)))), List.of(),
        List.of(new SilentStore("tape-1", LocalDate.of(2027, 1, 1))),
        new Approval("acc-1", "operator", "dec-2", NOW), new Approval("acc-2", "auditor", "dec-2", NOW),
        SlotErasure.S1, List.of("PIPL 47"), "policy-3", log, NOW);
  }
}
