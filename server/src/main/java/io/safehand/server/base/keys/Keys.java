package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.PageLog;
import io.safehand.core.custody.keys.Roots;
import io.safehand.core.custody.keys.TreeRoots;
import io.safehand.core.custody.stored.Trees;
import io.safehand.core.ledger.note.DocumentSignature;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.root.UnsealMode;
import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The house's keys and where the companies' keys are kept. Everything but {@link #isOpen} refuses with {@link Sealed}
 * until the server is unsealed. May be used by many threads.
 */
@Component
public final class Keys {
  private final Storage storage;
  private final HouseSigner signer;
  private final RootPlaces places;
  private final PageLogs logs;
  private final Unsealing unsealing;
  private final KeyFacts facts;

  Keys(Storage storage, HouseSigner signer, RootPlaces places, PageLogs logs, Unsealing unsealing,
      KeyFacts facts) {
    this.storage = storage;
    this.signer = signer;
    this.places = places;
    this.logs = logs;
    this.unsealing = unsealing;
    this.facts = facts;
  }

  public boolean isOpen() {
    return unsealing.isOpen();
  }

  /**
   * Opens the house with a passphrase and compares every log with the database. Doing it again changes nothing.
   *
   * @param passphrase overwritten by the caller
   * @throws io.safehand.core.vault.root.WrongPassphrase and nothing is open
   */
  public void unseal(char[] passphrase) {
    unsealing.unseal(passphrase);
  }

  /**
   * Compares every log and every key tree with the database, as unsealing does; needed after a restore.
   *
   * @throws RuntimeException what unsealing throws when the database is not the newest
   */
  public void requireFresh() {
    unsealing.requireFresh();
  }

  /** The key trees that have a second place, living or destroyed. */
  public List<TreeName> known() {
    return logs.known();
  }

  /** Every key that this company's data rests on, with its age; never a key. */
  public List<KeyFact> facts(CompanyId company) {
    return facts.of(company);
  }

  /** How the roots are sealed: shown on the security page and in every certificate. */
  public UnsealMode mode() {
    return signer.house().slots().mode();
  }

  /** Under which name this house signs. */
  public String house() {
    return signer.house().signing().name();
  }

  /** The public keys of this house, to be given to whoever verifies. */
  public Trust trust() {
    return new Trust(signer.house().signing().trusted());
  }

  /** Signs a document of this kind with both keys of the house. */
  public DocumentSignature sign(String kind, byte[] document) {
    return signer.house().signing().sign(kind, document);
  }

  /** The root slots of one key tree. */
  public Roots roots(TreeName tree) {
    return slots(RootOwner.of(tree));
  }

  /** Where the receiving key of one deal lies, as the roots do, until it is erased. */
  public Roots receivingKey(CompanyId buyer, UUID deal) {
    return slots(RootOwner.receivingKey(buyer, deal));
  }

  /** Where the key of one upload lies, as the roots do, until it is erased. */
  public Roots uploadKey(CompanyId company, UUID upload) {
    return slots(RootOwner.uploadKey(company, upload));
  }

  private Roots slots(RootOwner owner) {
    return new WatchedRoots(new TreeRoots(signer.house().slots(), places.paths(), owner), storage.disks());
  }

  /** How papers call the copies of each root. */
  public List<String> rootCopies() {
    return IntStream.range(0, places.paths().size()).mapToObj(TreeRoots::name).toList();
  }

  /** The second place of one key tree; open until the server stops. */
  public PageLog log(TreeName tree) {
    return new WatchedPages(logs.of(tree), storage.disks());
  }

  /** The pages of a company's key trees; for use within its transaction. */
  public KeyPages pages(CompanyId company) {
    return new StoredPages(company, storage);
  }

  /** The states of a company's key trees; for use within its transaction. */
  public Trees trees(CompanyId company) {
    return new StoredTrees(company, storage);
  }

  /** The keys that packages and papers of this house are signed with; not the caller's to close. */
  public SigningKeys signing() {
    return signer.house().signing();
  }
}
