package io.safehand.core.handover.parcel;

import io.safehand.core.hash.Sha256;
import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.manifest.Commitments;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.manifest.Signer;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignerRole;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.note.TrustedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that can be said of a package without its receiving key: layout, lengths, hashes, signatures, release, exclusions, counts.
 *
 * <p>It does not say that the sealed files hold what the manifest counts: only {@link PackageReader} does.
 */
public final class PackageCheck {
  private final FolderContents folder;
  private final Trust trust;

  private final boolean sealedFiles;

  public PackageCheck(FolderContents folder, Trust trust) {
    this(folder, trust, true);
  }

  private PackageCheck(FolderContents folder, Trust trust, boolean sealedFiles) {
    this.folder = folder;
    this.trust = trust;
    this.sealedFiles = sealedFiles;
  }

  /** For a folder that holds only manifest, signatures and audit of a package, as evidence does. */
  public static PackageCheck ofPapers(FolderContents folder, Trust trust) {
    return new PackageCheck(folder, trust, false);
  }

  /**
   * What a sound package says.
   *
   * @param sha256 of its manifest
   * @param release the ledger line that released it
   * @param index number of that line in the log
   * @param checkpoint the signed state of the log that holds that line; its house signed the manifest too
   */
  public record Sound(Manifest manifest, String sha256, LedgerLine release, long index,
      NoteVerdict.Accepted checkpoint) {}

  /** Refuses with the first thing that is wrong. */
  public Sound require() throws IOException {
    byte[] bytes = folder.small(Layout.MANIFEST, Layout.SMALL_FILE);
    Manifest manifest = new NamedBytes(Layout.MANIFEST, bytes).read(Manifest.FORMAT, Manifest.VERSION,
        Manifest::of);
    Signatures signatures = Signatures.read(folder.small(Layout.SIGNATURES, Layout.SMALL_FILE));
    requireLayout(manifest, signatures);
    String sha256 = Sha256.hex(bytes);
    BoundFolder bound = bound(manifest, signatures);
    bound.requireAsListed();
    signatures.requireGood(bytes, sha256, trust);
    requireSigners(manifest, signatures.manifest().signer());
    Sound sound = released(bound, manifest, sha256);
    if (!sound.checkpoint().house().equals(signatures.manifest().signer())) {
      throw new HandoverRefused(Fault.SIGNER_DIFFERS,
          Layout.MANIFEST + " signer " + signatures.manifest().signer());
    }
    return sound;
  }

  private BoundFolder bound(Manifest manifest, Signatures signatures) {
    List<PackedFile> listed = new ArrayList<>(signatures.audit());
    listed.addAll(sealedFiles ? manifest.files() : List.of());
    return new BoundFolder(folder, listed);
  }

  private Sound released(FolderContents bound, Manifest manifest, String sha256) throws IOException {
    Release release = Release.read(bound.small(Layout.RELEASE_LINE, Layout.SMALL_FILE),
        bound.small(Layout.RELEASE_PROOF, Layout.SMALL_FILE));
    LedgerLine line = release.requireFor(sha256);
    NoteVerdict.Accepted checkpoint = release.requireSigned(manifest.terms().ledgerOrigin(), trust);
    Commitments excluded = Commitments.read(Layout.EXCLUDED, bound.open(Layout.EXCLUDED));
    if (excluded.count() != manifest.population().excludedCount()) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, Layout.EXCLUDED);
    }
    if (!excluded.root().equals(manifest.contents().excludedRoot())) {
      throw new HandoverRefused(Fault.ROOT_DIFFERS, Layout.EXCLUDED);
    }
    return new Sound(manifest, sha256, line, release.proof().index(), checkpoint);
  }

  private void requireLayout(Manifest manifest, Signatures signatures) throws IOException {
    requireNames(manifest, signatures);
    SortedSet<String> expected = new TreeSet<>(Layout.AUDIT);
    expected.add(Layout.MANIFEST);
    expected.add(Layout.SIGNATURES);
    if (sealedFiles) {
      manifest.files().forEach(file -> expected.add(file.name()));
    }
    for (String name : folder.files().keySet()) {
      if (!expected.remove(name)) {
        throw new HandoverRefused(Fault.FILE_UNKNOWN, name);
      }
    }
    if (!expected.isEmpty()) {
      throw new HandoverRefused(Fault.FILE_MISSING, expected.first());
    }
  }

  private static void requireNames(Manifest manifest, Signatures signatures) throws HandoverRefused {
    List<String> expected = new ArrayList<>(
        List.of(Layout.SPEC, Layout.CONSENTS, Layout.KEYS, Layout.REQUESTS));
    long data = manifest.files().stream().filter(file -> Layout.isData(file.name())).count();
    for (int number = 1; number <= Math.max(1, data); number++) {
      expected.add(Layout.data(number));
    }
    expected.sort(null);
    if (!expected.equals(manifest.files().stream().map(PackedFile::name).toList())) {
      throw new HandoverRefused(Fault.MALFORMED, Layout.MANIFEST + " files");
    }
    if (!signatures.audit().stream().map(PackedFile::name).toList().equals(Layout.AUDIT)) {
      throw new HandoverRefused(Fault.MALFORMED, Layout.SIGNATURES + " audit");
    }
  }

  private void requireSigners(Manifest manifest, String house) throws HandoverRefused {
    for (Signer signer : manifest.signers()) {
      boolean known = trust.keys().stream().anyMatch(key -> isKeyOf(signer, key))
          && signer.name().equals(house);
      if (!known) {
        throw new HandoverRefused(Fault.SIGNER_DIFFERS, Layout.MANIFEST + " signer " + signer.name());
      }
    }
  }

  private static boolean isKeyOf(Signer signer, TrustedKey key) {
    return key.role() == SignerRole.HOUSE && key.name().equals(signer.name())
        && key.algorithm().code().equals(signer.algorithm())
        && key.fingerprint().equals(signer.fingerprint());
  }
}
