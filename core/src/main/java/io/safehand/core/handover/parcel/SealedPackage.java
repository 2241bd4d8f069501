package io.safehand.core.handover.parcel;

import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.DocumentSignature;
import io.safehand.core.ledger.note.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A package that is complete but not yet released: it still lies under its {@code .partial} name. */
public final class SealedPackage {
  private final WholeFolder place;
  private final Path folder;
  private final Manifest manifest;
  private final String sha256;
  private final DocumentSignature signature;
  private final CommitmentList exclusions;

  SealedPackage(WholeFolder place, Path folder, Manifest manifest, String sha256, DocumentSignature signature,
      CommitmentList exclusions) {
    this.place = place;
    this.folder = folder;
    this.manifest = manifest;
    this.sha256 = sha256;
    this.signature = signature;
    this.exclusions = exclusions;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** SHA-256 of {@code manifest.json}: the ledger line {@code custody.handover.release} carries it as {@code details.manifest}. */
  public String sha256() {
    return sha256;
  }

  /**
   * Adds the release and its proof, signs, and gives the folder its name. After this it is never changed.
   *
   * @param line the ledger line as it lies in the log
   * @param proof that it does, with the signed checkpoint
   * @throws io.safehand.core.handover.HandoverRefused if the line is not a release of this manifest, or is not proven
   */
  public Path release(byte[] line, LineProof proof, SigningKeys house) throws IOException {
    new Release(line, proof).requireFor(sha256);
    Files.createDirectory(folder.resolve("audit"));
    List<PackedFile> audit = new ArrayList<>();
    audit.add(DurableFile.write(folder, Layout.EXCLUDED, exclusions.file()));
    audit.add(DurableFile.write(folder, Layout.RELEASE_LINE, line));
    audit.add(DurableFile.write(folder, Layout.RELEASE_PROOF, proof.bytes()));
    byte[] signatures = Signatures.complete(signature, sha256, audit, house).canonical();
    DurableFile.write(folder, Layout.SIGNATURES, signatures);
    return place.finish();
  }

  /** Gives the package up and removes what was written. */
  public void discard() throws IOException {
    place.remove();
  }
}
