package io.safehand.core.custody;

import io.safehand.core.custody.keys.TreePageLog;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.TreeRoots;

import io.safehand.core.custody.Promises.Count;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.LedgerStopped;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.root.CheckpointNotes;
import io.safehand.core.vault.root.HouseSecrets;
import io.safehand.core.vault.root.KeyFile;
import io.safehand.core.vault.root.ListedFolders;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.root.RootSlots;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of ours that lies in files, opened in the order in which a server opens it. The database is {@link MappedCustody}. */
final class DiskHouse implements AutoCloseable {
  static final CompanyId COMPANY = new CompanyId(new UUID(7, 7));
  static final List<TreeName> TREES = Stream.of(1, 2)
      .map(number -> new TreeName(COMPANY, new TreeId(new UUID(7, number))))
      .toList();
  private static final String SECRET = "signing-keys";

  final Path home;
  final SecureRandom random = new SecureRandom();
  final Promises promises;
  final MappedCustody store;
  final SellerFixture seller;
  final RootSlots slots;
  final HouseSecrets secrets;
  final CheckpointNotes notes;
  final LedgerLog log;
  final List<Optional<TreePageLog>> pageLogs;
  final List<Optional<CompanyKeys>> keys;

  private DiskHouse(Path home) {
    this.home = home;
    promises = new Promises(home.resolve("promises"));
    store = new MappedCustody(home.resolve("database"));
    seller = seller();
    Randomness randomness = new Randomness(random);
    slots = new RootSlots(listed(""), keyFile(randomness), Suite.AES_256_GCM, randomness);
    secrets = new HouseSecrets(listed("house"), houseRoot(), Suite.AES_256_GCM, randomness);
    notes = new CheckpointNotes(listed("checkpoints"));
    log = LedgerLog.open(place(), newest().stream().toList());
    pageLogs = TREES.stream().map(this::pageLog).toList();
    keys = TREES.stream().map(this::tree).collect(Collectors.toList());
  }

  /** The folders that an operator makes. */
  static void prepare(Path home) throws IOException {
    for (String folder : List.of("roots-1/house", "roots-1/checkpoints", "roots-2/house",
        "roots-2/checkpoints", "second/trees/1", "second/trees/2", "data")) {
      Files.createDirectories(home.resolve(folder));
    }
    new Promises(home.resolve("promises"));
    new MappedCustody(home.resolve("database"));
  }

  static DiskHouse open(Path home) {
    return new DiskHouse(home);
  }

  private SellerFixture seller() {
    SigningKeys signing = promises.signing("seller.example", random);
    return new SellerFixture(signing, ReceivingKey.of(Arrays.copyOfRange(signing.secret(), 1, 33)));
  }

  private KeyFile keyFile(Randomness randomness) {
    Path file = home.resolve("data/unseal.key");
    return Files.exists(file) ? KeyFile.read(file) : KeyFile.create(file, randomness);
  }

  private ListedFolders listed(String below) {
    return new ListedFolders(rootFolders().stream().map(folder -> folder.resolve(below)).toList());
  }

  List<Path> rootFolders() {
    return List.of(home.resolve("roots-1"), home.resolve("roots-2"));
  }

  private RootKey houseRoot() {
    if (promises.house().isEmpty()) {
      slots.keepOnly(RootOwner.house(), Set.of());
      RootKey made = slots.create(RootOwner.house());
      promises.house(made.id());
      return made;
    }
    slots.repair(promises.house().orElseThrow());
    RootKey loaded = slots.load(promises.house().orElseThrow());
    slots.keepOnly(RootOwner.house(), Set.of(loaded.id()));
    return loaded;
  }

  LogPlace place() {
    return new LogPlace(SellerFixture.ORIGIN, home.resolve("data/ledger"), home.resolve("second/ledger"));
  }

  Optional<Checkpoint> newest() {
    return notes.newest(SellerFixture.ORIGIN)
        .flatMap(kept -> SignedNote.parse(kept.note()))
        .flatMap(SignedNote::unverifiedCheckpoint);
  }

  private Optional<TreePageLog> pageLog(TreeName tree) {
    return Optional.of(TreePageLog.open(home.resolve("second/trees/" + number(tree)), tree));
  }

  static long number(TreeName tree) {
    return tree.tree().value().getLeastSignificantBits();
  }

  TreeRoots roots(TreeName tree) {
    return new TreeRoots(slots, rootFolders(), RootOwner.of(tree));
  }

  private Optional<CompanyKeys> tree(TreeName tree) {
    boolean there = store.stored().trees.containsKey(tree.tree());
    return there
        ? Optional.of(CompanyKeys.open(tree, store, roots(tree), log(tree), Suite.AES_256_GCM, random))
        : Optional.empty();
  }

  private TreePageLog log(TreeName tree) {
    return pageLogs.get(TREES.indexOf(tree)).orElseThrow();
  }

  /** Makes a tree that is not there yet. */
  CompanyKeys found(int which) {
    TreeName tree = TREES.get(which);
    if (keys.get(which).isEmpty()) {
      keys.set(which,
          Optional.of(CompanyKeys.create(tree, store, roots(tree), log(tree), Suite.AES_256_GCM, random)));
    }
    return keys.get(which).orElseThrow();
  }

  /** Reads the number that was put last. */
  int secret() {
    return secrets.get(SECRET).map(bytes -> (int) bytes[0]).orElse(0);
  }

  void putSecret(int number) {
    secrets.put(SECRET, new byte[]{(byte) number});
    promises.set(Count.SECRET, number);
  }

  Path package_() {
    return home.resolve("package");
  }

  @Override
  public void close() {
    keys.forEach(each -> each.ifPresent(CompanyKeys::close));
    pageLogs.forEach(each -> each.ifPresent(TreePageLog::close));
    try {
      log.close();
    } catch (UncheckedIOException | LedgerStopped failed) {
      // a crash would not have closed it either
    }
  }
}
