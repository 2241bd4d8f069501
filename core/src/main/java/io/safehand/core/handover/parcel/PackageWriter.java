package io.safehand.core.handover.parcel;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Contents;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.manifest.PackageTerms;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.manifest.Population;
import io.safehand.core.handover.manifest.Signer;
import io.safehand.core.handover.moved.Admission;
import io.safehand.core.handover.moved.KeyFrame;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.PersonFrame;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.tree.TreeEdge;
import io.safehand.core.vault.KeyEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs people for one buyer: add everybody, {@link #seal}, put the manifest's hash on the ledger, {@link #release}.
 *
 * <p>Nothing is re-encrypted and memory does not grow with the records. Everything is written beside the place, under the name with {@code .partial}, made durable and renamed by {@code release}; a crash before leaves only that folder, which the next attempt removes. For one thread. Closing before {@code release} removes it.
 */
public final class PackageWriter implements AutoCloseable {
  private final WholeFolder place;
  private final Path folder;
  private final PackageTerms terms;
  private final Recipient recipient;
  private final SecureRandom random;
  private final long dataFileBytes;
  private final Admission admission;
  private final PersonFrame personFrame = new PersonFrame();
  private final KeyFrame keyFrame = new KeyFrame();
  private final TreeEdge tree = new TreeEdge();
  private final List<ExclusionCommitment> exclusions = new ArrayList<>();
  private final SortedMap<String, Long> excluded = new TreeMap<>();
  private final List<SealedFile> open = new ArrayList<>();
  private final List<PackedFile> files = new ArrayList<>();
  private final SealedFile keys;
  private final SealedFile consents;
  private final SealedFile requests;
  private SealedFile data;
  private int dataFiles = 1;
  private long records;
  private long keyCount;

  /** Begins a package at this place, which must not exist, in a folder that must. */
  public static PackageWriter open(Path place, PackageTerms terms, Recipient recipient, SecureRandom random)
      throws IOException {
    return new PackageWriter(place, terms, recipient, random, Layout.DATA_FILE);
  }

  PackageWriter(Path place, PackageTerms terms, Recipient recipient, SecureRandom random, long dataFileBytes)
      throws IOException {
    this.place = new WholeFolder(place);
    this.folder = this.place.begin();
    this.terms = terms;
    this.recipient = recipient;
    this.random = random;
    this.dataFileBytes = dataFileBytes;
    this.admission = new Admission(terms.groups(), terms.suites(), random);
    this.keys = begin(Layout.KEYS).begun(SealedFile.KEYS, 1);
    this.data = begin(Layout.data(1)).begun(SealedFile.DATA, 1);
    this.consents = begin(Layout.CONSENTS);
    this.requests = begin(Layout.REQUESTS);
  }

  private SealedFile begin(String name) throws IOException {
    SealedFile file = new SealedFile(folder, name, recipient, random);
    open.add(file);
    return file;
  }

  /**
   * Packs one person, once. The keys are the data key where every group may go, else one group key for each permitted group, with the group's place in the terms as ordinal; they stay the caller's to close.
   *
   * @throws io.safehand.core.handover.HandoverRefused if the person was added before, a group or suite is not in the terms, or keys and groups do not fit
   */
  public void add(MovedPerson person, List<KeyEntry> travelling) throws IOException {
    admission.admit(person, travelling);
    ByteBuffer frame = personFrame.write(person);
    if (data.frames() > 0 && data.bytes() + frame.remaining() > dataFileBytes) {
      files.add(finished(data, data.finishFrames()));
      dataFiles++;
      data = begin(Layout.data(dataFiles)).begun(SealedFile.DATA, dataFiles);
    }
    tree.append(frame.array(), 0, frame.remaining());
    data.frame(frame);
    keys.frame(keyFrame.write(travelling));
    keyFrame.clear();
    records += person.records().size();
    keyCount += travelling.size();
  }

  /** Counts somebody who is left out for this reason, a stable code. */
  public void exclude(ExclusionCommitment commitment, String reason) {
    exclusions.add(commitment);
    excluded.merge(reason, 1L, Long::sum);
  }

  /** Packs one consent event of a moved person. */
  public void consent(Json.Object event) throws IOException {
    consents.line(event.canonical());
  }

  /** Packs one open privacy request of a moved person, with its clock. */
  public void request(Json.Object request) throws IOException {
    requests.line(request.canonical());
  }

  /** People added so far. */
  public long moved() {
    return tree.size();
  }

  /**
   * Ends packing and says what the package is. Its {@link SealedPackage#sha256} is what the RELEASE line must carry.
   *
   * @param liveBefore people the seller held when packing began
   * @param kept people who stay for another reason than exclusion, by stable code
   * @param approvals the two who released it
   * @throws io.safehand.core.handover.manifest.PopulationDiffers if the people do not add up
   */
  public SealedPackage seal(Instant at, long liveBefore, SortedMap<String, Long> kept,
      List<Approval> approvals, SigningKeys house) throws IOException {
    Population population = new Population(liveBefore, moved(), excluded, kept);
    CommitmentList left = new CommitmentList(exclusions);
    Contents contents = new Contents(tree.root().hex(), left.root(), records, keyCount, consents.frames(),
        requests.frames());
    finishFiles();
    byte[] id = new byte[16];
    random.nextBytes(id);
    Manifest manifest = new Manifest(HexFormat.of().formatHex(id), at, terms, population, contents,
        recipient.fingerprint(), approvals, signers(house), files);
    byte[] bytes = manifest.canonical();
    PackedFile written = DurableFile.write(folder, Layout.MANIFEST, bytes);
    return new SealedPackage(place, folder, manifest, written.sha256(), Signatures.ofManifest(bytes, house),
        left);
  }

  private void finishFiles() throws IOException {
    files.add(finished(data, data.finishFrames()));
    files.add(finished(keys, keys.finishFrames()));
    files.add(finished(consents, consents.finish()));
    files.add(finished(requests, requests.finish()));
    files.add(DurableFile.write(folder, Layout.SPEC, specification()));
    files.sort(Comparator.comparing(PackedFile::name));
  }

  private PackedFile finished(SealedFile file, PackedFile packed) {
    open.remove(file);
    return packed;
  }

  private static List<Signer> signers(SigningKeys house) {
    return house.trusted()
        .stream()
        .map(key -> new Signer(key.name(), key.algorithm().code(), key.fingerprint()))
        .toList();
  }

  private static byte[] specification() throws IOException {
    try (InputStream text = PackageWriter.class.getResourceAsStream(Layout.SPEC)) {
      if (text == null) {
        throw new IOException("SPEC.md is missing from this program");
      }
      return text.readAllBytes();
    }
  }

  /** Gives the package up, unless it was sealed. */
  @Override
  public void close() throws IOException {
    boolean unfinished = !open.isEmpty();
    for (SealedFile file : open) {
      file.abandon();
    }
    open.clear();
    if (unfinished) {
      place.remove();
    }
  }
}
