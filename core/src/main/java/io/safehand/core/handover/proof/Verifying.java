package io.safehand.core.handover.proof;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.Finding;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.SignatureCheck;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.Progress;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.Signed;
import io.safehand.core.handover.evidence.EvidenceCheck;
import io.safehand.core.handover.manifest.Population;
import io.safehand.core.handover.parcel.DiskFolder;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Judges a package, receipt, consent receipt, certificate, evidence folder, checkpoint or log, with no server, no network and no clock.
 *
 * <p>Believes only the keys it was given, never any that lie in what is judged. It names the first bad thing and says what it did not check.
 */
public final class Verifying {
  private final Trust trust;

  public Verifying(Trust trust) {
    this.trust = trust;
  }

  public Verdict verify(Path path) {
    Recognition recognition = new Recognition(path);
    Subject subject = Subject.UNKNOWN;
    try {
      subject = recognition.subject();
      return judged(subject, recognition);
    } catch (HandoverRefused refused) {
      return refused(subject, refused.finding());
    } catch (IOException | UncheckedIOException unreadable) {
      return new Verdict.Unjudged(subject, new Finding(Fault.UNREADABLE, recognition.name()));
    }
  }

  private static Verdict refused(Subject subject, Finding finding) {
    return finding.fault().isBad()
        ? new Verdict.Bad(subject, finding)
        : new Verdict.Unjudged(subject, finding);
  }

  private Verdict judged(Subject subject, Recognition recognition) throws IOException {
    return switch (subject) {
      case PACKAGE -> parcel(new PackageCheck(new DiskFolder(recognition.path()), trust).require());
      case RECEIPT -> receipt(Receipt.signed(named(recognition), trust));
      case CERTIFICATE -> certificate(Certificate.require(named(recognition), trust));
      case CONSENT -> consent(ConsentReceipt.require(named(recognition), trust));
      case EVIDENCE -> evidence(new EvidenceCheck(new DiskFolder(recognition.path()), trust).require());
      case CHECKPOINT -> checkpoint(recognition);
      case LEDGER -> ledger(recognition.path());
      case UNKNOWN -> throw new HandoverRefused(Fault.KIND_UNKNOWN, recognition.name());
    };
  }

  private static NamedBytes named(Recognition recognition) throws IOException {
    return new NamedBytes(recognition.name(), recognition.content());
  }

  private static Verdict parcel(PackageCheck.Sound sound) {
    Judged judged = new Judged(Subject.PACKAGE);
    judged.did("package.files", sound.manifest().files().size());
    parcel(judged, sound);
    return judged.didNot("package.sealed")
        .didNot("package.complete")
        .didNot("package.reasons")
        .didNot("copies.outside")
        .good();
  }

  private static void parcel(Judged judged, PackageCheck.Sound sound) {
    Population people = sound.manifest().population();
    judged.did("package.signatures", sound.checkpoint().house());
    judged.did("package.released", sound.index(), sound.checkpoint().checkpoint().origin(),
        sound.checkpoint().checkpoint().size());
    judged.did("package.population", people.liveBefore(), people.moved(), people.excludedCount(),
        people.keptCount());
    judged.did("package.excluded", people.excludedCount());
    witnesses(judged, sound.checkpoint().witnesses());
  }

  private static Verdict receipt(Signed<Receipt> signed) {
    Judged judged = new Judged(Subject.RECEIPT);
    receipt(judged, signed);
    return judged.did("receipt.package", signed.paper().manifest())
        .didNot("receipt.contents")
        .didNot("receipt.copies")
        .didNot("receipt.ledger")
        .good();
  }

  private static void receipt(Judged judged, Signed<Receipt> signed) {
    Receipt receipt = signed.paper();
    judged.did("receipt.signature", receipt.people(), receipt.at(), signed.signer(),
        receipt.buyer().origin());
    if (signed.signature().isOfOwner(receipt.seller().origin())) {
      judged.didNot("receipt.house", signed.signer());
    }
  }

  private static Verdict certificate(Signed<Certificate> signed) {
    Judged judged = new Judged(Subject.CERTIFICATE);
    certificate(judged, signed);
    return judged.didNot("certificate.happened")
        .didNot("certificate.list")
        .didNot("certificate.ledger")
        .didNot("copies.outside")
        .good();
  }

  private static void certificate(Judged judged, Signed<Certificate> signed) {
    Certificate certificate = signed.paper();
    judged.did("certificate.signature", certificate.what().destroyed(), certificate.at(), signed.signer(),
        certificate.log().origin());
    judged.did("certificate.population", certificate.what().before(), certificate.what().destroyed(),
        certificate.retained());
    judged.did(
        certificate.keys().progress() == Progress.DONE ? "certificate.keys.done" : "certificate.keys.pending",
        certificate.keys().at());
    judged.did(
        certificate.tags().progress() == Progress.DONE ? "certificate.tags.done" : "certificate.tags.pending",
        certificate.tags().at());
    judged.did("certificate.unseal", certificate.slotErasure().name(), certificate.slotErasure().wording());
    if (certificate.isInMemory()) {
      judged.didNot("certificate.memory");
    }
  }

  private static Verdict consent(Signed<ConsentReceipt> signed) {
    ConsentReceipt receipt = signed.paper();
    return new Judged(Subject.CONSENT)
        .did("consent.signature", receipt.act().state(), receipt.purpose().code(), receipt.act().at(),
            receipt.act().entity(), receipt.act().surface(), signed.signer())
        .didNot("consent.present")
        .didNot("consent.said")
        .didNot("consent.whose")
        .good();
  }

  private static Verdict evidence(EvidenceCheck.Sound sound) {
    Judged judged = new Judged(Subject.EVIDENCE);
    judged.did("evidence.signature", sound.signedPack().signer(), sound.pack().log().origin());
    judged.did("evidence.files", sound.pack().files().size());
    judged.did("ledger.whole", sound.log().checkpoint().size(), sound.log().house());
    judged.did("ledger.older", sound.older());
    sound.handedOver().ifPresent(handedOver -> {
      parcel(judged, handedOver);
      judged.did("evidence.complete", handedOver.manifest().population().liveBefore());
      judged.did("evidence.release", handedOver.release().decision());
    });
    sound.receipt().ifPresent(receipt -> receipt(judged, receipt));
    sound.certificate().ifPresent(certificate -> {
      certificate(judged, certificate);
      judged.did("evidence.destroyed", certificate.paper().what().destroyed());
      judged.did("evidence.destruction", certificate.paper().verifiedBy().decision());
      judged.didNot("certificate.happened");
    });
    if (sound.handedOver().isPresent()) {
      judged.didNot("package.sealed").didNot("package.reasons");
    }
    unchecked(judged, sound.log().unchecked());
    return judged.didNot("copies.outside").good();
  }

  private Verdict checkpoint(Recognition recognition) throws IOException {
    SignedNote note = SignedNote.parse(recognition.content())
        .orElseThrow(() -> new HandoverRefused(Fault.MALFORMED, recognition.name()));
    NoteVerdict.Accepted accepted = new SignatureCheck(trust, recognition.name()).require(note);
    Judged judged = new Judged(Subject.CHECKPOINT).did("checkpoint.signatures",
        accepted.checkpoint().origin(), accepted.checkpoint().size(), accepted.house());
    witnesses(judged, accepted.witnesses());
    return judged.didNot("checkpoint.log").good();
  }

  private Verdict ledger(Path folder) {
    return switch (new LedgerVerifier(trust).verify(folder, List.of())) {
      case LedgerVerdict.Sound sound -> {
        Judged judged = new Judged(Subject.LEDGER).did("ledger.whole", sound.checkpoint().size(),
            sound.house());
        witnesses(judged, sound.witnesses());
        unchecked(judged, sound.unchecked());
        yield judged.good();
      }
      case LedgerVerdict.Broken broken -> new Verdict.Bad(Subject.LEDGER,
          new Finding(Fault.LEDGER_WRONG, broken.code() + " " + broken.place()));
      case LedgerVerdict.CannotJudge unknown -> new Verdict.Unjudged(Subject.LEDGER,
          new Finding(Fault.SIGNER_UNKNOWN, unknown.code() + " " + unknown.place()));
    };
  }

  private static void witnesses(Judged judged, List<NoteVerdict.Cosignature> witnesses) {
    Optional<String> names = witnesses.stream()
        .map(NoteVerdict.Cosignature::witness)
        .reduce((one, other) -> one + ", " + other);
    names.ifPresentOrElse(all -> judged.did("checkpoint.witnesses", all),
        () -> judged.didNot(LedgerVerifier.NO_WITNESS));
  }

  private static void unchecked(Judged judged, List<String> codes) {
    codes.forEach(judged::didNot);
  }
}
