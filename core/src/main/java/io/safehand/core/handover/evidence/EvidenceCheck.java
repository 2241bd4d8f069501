package io.safehand.core.handover.evidence;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.Signed;
import io.safehand.core.handover.manifest.Commitments;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.parcel.BoundFolder;
import io.safehand.core.handover.parcel.FolderContents;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tiles.LogFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Judges an evidence folder: every paper by itself, the whole log line by line, and all of them against each other.
 *
 * <p>With the whole log it checks completeness, the people the log let in, less those it destroyed, are the people the manifest and the certificate speak of, and that those who approved did so in the log.
 */
public final class EvidenceCheck {
  private final FolderContents folder;
  private final Trust trust;

  public EvidenceCheck(FolderContents folder, Trust trust) {
    this.folder = folder;
    this.trust = trust;
  }

  /**
   * What sound evidence says.
   *
   * @param older how many older checkpoints the log was compared with
   */
  public record Sound(Signed<Pack> signedPack, LedgerVerdict.Sound log, int older,
      Optional<PackageCheck.Sound> handedOver, Optional<Signed<Receipt>> receipt,
      Optional<Signed<Certificate>> certificate) {
    public Pack pack() {
      return signedPack.paper();
    }
  }

  /** Refuses with the first thing that is wrong. */
  public Sound require() throws IOException {
    Signed<Pack> pack = Pack.require(small(EvidenceLayout.PACK), trust);
    requireLayout(pack.paper());
    BoundFolder bound = new BoundFolder(folder, pack.paper().files());
    bound.requireAsListed();
    return new EvidenceCheck(bound, trust).require(pack);
  }

  private Sound require(Signed<Pack> signedPack) throws IOException {
    Pack pack = signedPack.paper();
    Optional<PackageCheck.Sound> handedOver = has("package/manifest.json")
        ? Optional.of(PackageCheck.ofPapers(new PartOf(folder, EvidenceLayout.PACKAGE), trust).require())
        : Optional.empty();
    Optional<Signed<Receipt>> receipt = has(EvidenceLayout.RECEIPT)
        ? Optional.of(Receipt.signed(small(EvidenceLayout.RECEIPT), trust))
        : Optional.empty();
    Optional<Signed<Certificate>> certificate = has(EvidenceLayout.CERTIFICATE)
        ? Optional.of(Certificate.require(small(EvidenceLayout.CERTIFICATE), trust))
        : Optional.empty();
    List<Checkpoint> older = older(pack, handedOver, receipt, certificate);
    Sound sound = new Sound(signedPack, requireLog(pack, older), older.size(), handedOver, receipt,
        certificate);
    new Consistency(sound).require();
    requirePeople(sound);
    if (certificate.isPresent()) {
      requireCommitments(certificate.get().paper());
    }
    return sound;
  }

  private boolean has(String name) throws IOException {
    return folder.files().containsKey(name);
  }

  private NamedBytes small(String name) throws IOException {
    return new NamedBytes(name, folder.small(name, EvidenceLayout.SMALL_FILE));
  }

  private void requireLayout(Pack pack) throws IOException {
    SortedSet<String> present = new TreeSet<>(folder.files().keySet());
    present.remove(EvidenceLayout.PACK);
    Set<String> papers = new HashSet<>();
    for (PackedFile file : pack.files()) {
      if (file.name().startsWith(EvidenceLayout.LEDGER) || file.name().equals(EvidenceLayout.PACK)
          || !papers.add(file.name())) {
        throw new HandoverRefused(Fault.MALFORMED, EvidenceLayout.PACK + " files");
      }
      requirePresent(present, file.name());
    }
    // a size may be any number: the first missing file ends it, so no more names are made than files are there
    EvidenceLayout.ledgerFiles(pack.log().size(),
        name -> requirePresent(present, EvidenceLayout.LEDGER + name));
    if (!present.isEmpty()) {
      throw new HandoverRefused(Fault.FILE_UNKNOWN, present.first());
    }
  }

  private static void requirePresent(SortedSet<String> present, String name) throws HandoverRefused {
    if (!present.remove(name)) {
      throw new HandoverRefused(Fault.FILE_MISSING, name);
    }
  }

  /** Every state of this log that somebody signed or saw: the log must continue them all. */
  private static List<Checkpoint> older(Pack pack, Optional<PackageCheck.Sound> handedOver,
      Optional<Signed<Receipt>> receipt, Optional<Signed<Certificate>> certificate) {
    List<Checkpoint> older = new ArrayList<>();
    handedOver.ifPresent(sound -> older.add(sound.checkpoint().checkpoint()));
    receipt.map(signed -> signed.paper().seller().checkpoint()).ifPresent(older::add);
    certificate.map(signed -> signed.paper().log().checkpoint()).ifPresent(older::add);
    older.removeIf(checkpoint -> !checkpoint.origin().equals(pack.log().origin()));
    return older;
  }

  private LedgerVerdict.Sound requireLog(Pack pack, List<Checkpoint> older) throws IOException {
    LedgerVerdict.Sound sound = switch (new LedgerVerifier(trust).verify(logFiles(), older)) {
      case LedgerVerdict.Sound good -> good;
      case LedgerVerdict.Broken broken -> throw new HandoverRefused(Fault.LEDGER_WRONG,
          EvidenceLayout.LEDGER + " " + broken.code() + " " + broken.place());
      case LedgerVerdict.CannotJudge unknown -> throw new HandoverRefused(Fault.SIGNER_UNKNOWN,
          EvidenceLayout.LEDGER + " " + unknown.code() + " " + unknown.place());
    };
    if (!LogState.of(sound.checkpoint()).equals(pack.log())) {
      throw new HandoverRefused(Fault.LEDGER_WRONG,
          EvidenceLayout.LEDGER + " is not the log of " + EvidenceLayout.PACK);
    }
    return sound;
  }

  private LogFiles logFiles() {
    return path -> {
      try {
        String name = EvidenceLayout.LEDGER + path;
        boolean fits = folder.files().getOrDefault(name, Long.MAX_VALUE) <= LogFiles.LONGEST;
        return fits ? Optional.of(folder.small(name, LogFiles.LONGEST)) : Optional.empty();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    };
  }

  private void requirePeople(Sound sound) throws IOException {
    long size = sound.log().checkpoint().size();
    LogLines lines = new LogLines(logFiles(), size);
    LogPeople before = new LogPeople();
    if (sound.handedOver().isPresent()) {
      PackageCheck.Sound handedOver = sound.handedOver().get();
      new LogApprovals(lines).require(handedOver);
      before = LogPeople.among(lines, handedOver.index());
      if (before.live() != handedOver.manifest().population().liveBefore()) {
        throw new HandoverRefused(Fault.COUNTS_DIFFER, "ledger people before release");
      }
    }
    if (sound.certificate().isPresent()) {
      requireDestroyed(sound, sound.certificate().get().paper(), before);
    }
    boolean equity = sound.pack().deal().type().equals("EQUITY");
    if (equity && LogPeople.among(lines, size).controlChanges() == 0) {
      throw new HandoverRefused(Fault.CONTRADICTION, "ledger has no change of control");
    }
  }

  /** Up to the state that the certificate names: people who came or went later are not its matter. */
  private void requireDestroyed(Sound sound, Certificate certificate, LogPeople before) throws IOException {
    long size = sound.log().checkpoint().size();
    if (!certificate.log().origin().equals(sound.pack().log().origin()) || certificate.log().size() > size) {
      throw new HandoverRefused(Fault.CONTRADICTION, "certificate ledger");
    }
    LogLines lines = new LogLines(logFiles(), size);
    LogPeople after = LogPeople.among(lines, certificate.log().size());
    long destroyed = after.destroyed() - before.destroyed();
    // without a release nothing says which erasures came before the certified one
    boolean fits = sound.handedOver().isPresent()
        ? destroyed == certificate.what().destroyed()
        : destroyed >= certificate.what().destroyed();
    if (!fits || after.live() != certificate.retained()) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, "ledger people after destruction");
    }
    new LogApprovals(lines).require(certificate);
  }

  private void requireCommitments(Certificate certificate) throws IOException {
    if (!has(EvidenceLayout.DESTROYED)) {
      throw new HandoverRefused(Fault.FILE_MISSING, EvidenceLayout.DESTROYED);
    }
    Commitments destroyed = Commitments.read(EvidenceLayout.DESTROYED, folder.open(EvidenceLayout.DESTROYED));
    if (destroyed.count() != certificate.what().destroyed()) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, EvidenceLayout.DESTROYED);
    }
    if (!destroyed.root().equals(certificate.what().commitments())) {
      throw new HandoverRefused(Fault.ROOT_DIFFERS, EvidenceLayout.DESTROYED);
    }
  }
}
