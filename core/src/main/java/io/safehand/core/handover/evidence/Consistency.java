package io.safehand.core.handover.evidence;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.parcel.PackageCheck;
import java.util.Optional;

/** Whether the papers of an evidence folder speak of the same deal, package and people. */
record Consistency(EvidenceCheck.Sound sound) {
  void require() throws HandoverRefused {
    if (sound.handedOver().isPresent()) {
      requireSame(sound.handedOver().get());
    }
    if (sound.certificate().isPresent()) {
      requireSame(sound.certificate().get().paper());
    }
  }

  private void requireSame(PackageCheck.Sound handedOver) throws HandoverRefused {
    Manifest manifest = handedOver.manifest();
    require(manifest.terms().deal().equals(sound.pack().deal()), "manifest deal");
    require(manifest.terms().ledgerOrigin().equals(sound.pack().log().origin()), "manifest ledger");
    requireCount("moved", manifest.population().moved());
    if (sound.receipt().isPresent()) {
      Receipt receipt = sound.receipt().get().paper();
      require(receipt.isFor(manifest, handedOver.sha256()), "receipt package");
      require(receipt.seller().origin().equals(manifest.terms().ledgerOrigin()), "receipt ledger");
      requireCount("received", receipt.people());
    }
  }

  private void requireSame(Certificate certificate) throws HandoverRefused {
    require(certificate.deal().equals(sound.pack().deal()), "certificate deal");
    require(certificate.manifest().equals(sound.handedOver().map(PackageCheck.Sound::sha256)),
        "certificate manifest");
    require(certificate.receipt().isPresent() == sound.receipt().isPresent(), "certificate receipt");
    if (certificate.receipt().isPresent()) {
      Optional<String> packed = sound.pack()
          .files()
          .stream()
          .filter(file -> file.name().equals(EvidenceLayout.RECEIPT))
          .map(file -> file.sha256())
          .findFirst();
      require(certificate.receipt().equals(packed), "certificate receipt");
    }
    requireCount("shredded", certificate.what().destroyed());
    requireCount("retained", certificate.retained());
  }

  /** A count the summary gives must be the paper's. */
  private void requireCount(String name, long count) throws HandoverRefused {
    Long summary = sound.pack().counts().get(name);
    if (summary != null && summary != count) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, "summary " + name);
    }
  }

  private static void require(boolean same, String what) throws HandoverRefused {
    if (!same) {
      throw new HandoverRefused(Fault.CONTRADICTION, what);
    }
  }
}
