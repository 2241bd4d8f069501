package io.safehand.core.handover.evidence;

import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.parcel.DurableFile;
import io.safehand.core.handover.parcel.PackagePapers;
import io.safehand.core.handover.parcel.WholeFolder;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.tiles.TilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes an evidence folder: whole, durable and signed, or not at all. It holds no personal data and no key.
 *
 * <p>What is not given is not there: a change of control has no package, receipt or certificate.
 */
public final class EvidenceWriter {
  private final WholeFolder place;
  private final Path folder;
  private final List<PackedFile> files = new ArrayList<>();
  private Optional<LogState> log = Optional.empty();

  /** Begins at this place, which must not exist, in a folder that must. */
  public EvidenceWriter(Path place) throws IOException {
    this.place = new WholeFolder(place);
    this.folder = this.place.begin();
  }

  /** Copies what a log folder publishes: the checkpoint and the files it needs, nothing else. */
  public EvidenceWriter ledger(Path from) throws IOException {
    byte[] note = Files.readAllBytes(from.resolve(TilePath.CHECKPOINT));
    Checkpoint checkpoint = SignedNote.parse(note)
        .flatMap(SignedNote::unverifiedCheckpoint)
        .orElseThrow(() -> new IOException("the log has no checkpoint"));
    EvidenceLayout.ledgerFiles(checkpoint.size(),
        name -> copy(name.equals(TilePath.CHECKPOINT) ? note : Files.readAllBytes(from.resolve(name)),
            EvidenceLayout.LEDGER + name));
    log = Optional.of(LogState.of(checkpoint));
    return this;
  }

  /** Copies manifest, signatures and audit of a released package. */
  public EvidenceWriter package_(Path from) throws IOException {
    for (String name : PackagePapers.names()) {
      files.add(copy(Files.readAllBytes(from.resolve(name)), EvidenceLayout.PACKAGE + name));
    }
    return this;
  }

  public EvidenceWriter receipt(byte[] file) throws IOException {
    files.add(copy(file, EvidenceLayout.RECEIPT));
    return this;
  }

  /** The certificate, and the list whose root and count it states. */
  public EvidenceWriter certificate(byte[] file, CommitmentList destroyed) throws IOException {
    files.add(copy(file, EvidenceLayout.CERTIFICATE));
    files.add(copy(destroyed.file(), EvidenceLayout.DESTROYED));
    return this;
  }

  /** Signs what was given and gives the folder its name; the ledger must be among it. */
  public Path finish(Deal deal, SortedMap<String, Long> counts, Instant at, SigningKeys house)
      throws IOException {
    LogState state = log.orElseThrow(() -> new IllegalStateException("evidence without a ledger"));
    files.sort(Comparator.comparing(PackedFile::name));
    SignedPaper pack = new Pack(deal, counts, state, files, at).sign(house);
    copy(pack.file(), EvidenceLayout.PACK);
    return place.finish();
  }

  /** Gives up and removes what was written. */
  public void discard() throws IOException {
    place.remove();
  }

  private PackedFile copy(byte[] content, String name) throws IOException {
    Path above = folder.resolve(name).getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    return DurableFile.write(folder, name, content);
  }
}
