package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.manifest.Contents;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.moved.Admission;
import io.safehand.core.handover.moved.KeyFrame;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.PersonFrame;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tree.TreeEdge;
import io.safehand.core.vault.KeyEntry;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a package at the buyer, strictly, with memory that does not grow with the records.
 *
 * <p>Opening checks everything {@link PackageCheck} does, and each file is hashed again while it is read, so one that changed since is refused at its end. What {@link #next} gives out must not be committed before it has returned empty: only then are counts and root those of the signed manifest. For one thread.
 */
public final class PackageReader implements AutoCloseable {
  private final FolderContents folder;
  private final ReceivingKey key;
  private final PackageCheck.Sound checked;
  private final Admission admission;
  private final Iterator<String> dataNames;
  private final PersonFrame personFrame = new PersonFrame();
  private final TreeEdge tree = new TreeEdge();
  private final OpenedFile keys;
  private OpenedFile data;
  private int dataNumber;
  private long records;
  private long keyCount;
  private boolean complete;

  /** Checks the package and opens it with the receiving key. */
  public static PackageReader open(Path package_, Trust trust, ReceivingKey key, SecureRandom random)
      throws IOException {
    return new PackageReader(new DiskFolder(package_), trust, key, random);
  }

  PackageReader(FolderContents folder, Trust trust, ReceivingKey key, SecureRandom random)
      throws IOException {
    this.key = key;
    this.checked = new PackageCheck(folder, trust).require();
    this.folder = new BoundFolder(folder, checked.manifest().files());
    if (!checked.manifest().recipient().equals(key.recipient().fingerprint())) {
      throw new HandoverRefused(Fault.RECIPIENT_DIFFERS, Layout.MANIFEST);
    }
    this.admission = new Admission(checked.manifest().terms().groups(), checked.manifest().terms().suites(),
        random);
    this.dataNames = checked.manifest()
        .files()
        .stream()
        .map(PackedFile::name)
        .filter(Layout::isData)
        .iterator();
    this.keys = new OpenedFile(this.folder, Layout.KEYS, key).begun(SealedFile.KEYS, 1);
    this.data = nextData();
  }

  /** What the package says of itself, checked and signed. */
  public PackageCheck.Sound checked() {
    return checked;
  }

  /** The next person, or empty when all came and everything is as the manifest says. */
  public Optional<ReceivedPerson> next() throws IOException {
    while (!complete && !data.next()) {
      data.close();
      if (dataNames.hasNext()) {
        data = nextData();
      } else {
        finish();
      }
    }
    return complete ? Optional.empty() : Optional.of(person());
  }

  /** True when {@link #next} has returned empty. */
  public boolean isComplete() {
    return complete;
  }

  /** Gives every consent event; refuses at the end if their number is not the manifest's. */
  public void consents(Consumer<Json.Object> each) throws IOException {
    lines(Layout.CONSENTS, checked.manifest().contents().consents(), each);
  }

  /** Gives every open privacy request; refuses at the end if their number is not the manifest's. */
  public void requests(Consumer<Json.Object> each) throws IOException {
    lines(Layout.REQUESTS, checked.manifest().contents().requests(), each);
  }

  private void lines(String name, long expected, Consumer<Json.Object> each) throws IOException {
    try (OpenedLines lines = new OpenedLines(folder, name, key)) {
      if (lines.forEach(each) != expected) {
        throw new HandoverRefused(Fault.COUNTS_DIFFER, name);
      }
    }
  }

  private ReceivedPerson person() throws IOException {
    ByteBuffer frame = data.frame();
    tree.append(frame.array(), 0, frame.remaining());
    MovedPerson person = parsed(frame);
    if (!keys.next()) {
      throw new HandoverRefused(Fault.KEY_MISSING, "person " + person.id());
    }
    List<KeyEntry> travelling = keysOf(person);
    keys.clear();
    admission.admit(person, travelling);
    records += person.records().size();
    keyCount += travelling.size();
    return new ReceivedPerson(person, travelling);
  }

  private MovedPerson parsed(ByteBuffer frame) throws HandoverRefused {
    try {
      return personFrame.read(frame);
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      throw new HandoverRefused(Fault.MALFORMED, data.name() + " person " + tree.size(), malformed);
    }
  }

  private List<KeyEntry> keysOf(MovedPerson person) throws HandoverRefused {
    try {
      return KeyFrame.read(keys.frame(), person.id(), person.keyId());
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      throw new HandoverRefused(Fault.MALFORMED, Layout.KEYS + " person " + tree.size(), malformed);
    }
  }

  private void finish() throws IOException {
    if (keys.next()) {
      throw new HandoverRefused(Fault.KEY_UNKNOWN, Layout.KEYS);
    }
    Contents contents = checked.manifest().contents();
    if (tree.size() != checked.manifest().population().moved() || records != contents.records()
        || keyCount != contents.keys()) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, Layout.MANIFEST);
    }
    if (!tree.root().hex().equals(contents.root())) {
      throw new HandoverRefused(Fault.ROOT_DIFFERS, Layout.MANIFEST);
    }
    complete = true;
  }

  private OpenedFile nextData() throws IOException {
    dataNumber++;
    return new OpenedFile(folder, dataNames.next(), key).begun(SealedFile.DATA, dataNumber);
  }

  @Override
  public void close() throws IOException {
    try (keys) {
      data.close();
    }
  }
}
