package io.safehand.core.handover.parcel;

import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.manifest.AppliedRule;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.handover.manifest.MovedField;
import io.safehand.core.handover.manifest.PackageTerms;
import io.safehand.core.handover.manifest.RetentionLimit;
import io.safehand.core.handover.moved.Keeping;
import io.safehand.core.handover.moved.MovedGroup;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.MovedRecord;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tree.MerkleTree;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A seller, a buyer's key and a log in memory, enough to make whole packages. Public so that the tests of verification use it too. */
public final class SellerFixture {
  public static final GroupName IDENTITY = new GroupName("identity");
  public static final GroupName CONTACT = new GroupName("contact");
  public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  public static final String ORIGIN = "seller.example/log";

  public final SecureRandom random = new SecureRandom();
  public final SigningKeys house;
  public final ReceivingKey buyer;
  public final Trust trust;
  public final MerkleTree log = new MerkleTree();
  private final Random dice = new Random(42);

  public SellerFixture() {
    this.house = SigningKeys.generate("seller.example", random);
    this.buyer = ReceivingKey.generate(random);
    this.trust = new Trust(house.trusted());
  }

  /** With keys that outlive the process. */
  public SellerFixture(SigningKeys house, ReceivingKey buyer) {
    this.house = house;
    this.buyer = buyer;
    this.trust = new Trust(house.trusted());
  }

  public static PackageTerms terms() {
    return new PackageTerms(new Deal("deal-1", "MERGER_DIVISION", "seller", "buyer"), "all",
        new AppliedRule("cn.pipl.22", "2026-01", "ab".repeat(32)), List.of(IDENTITY, CONTACT), List.of(1, 2),
        List.of(new MovedField(new FieldName("name"), IDENTITY, "name", "normal", "contract",
            List.of("service"))),
        List.of("service"), List.of(new RetentionLimit("cn.accounting", 3650)), ORIGIN);
  }

  public PackageWriter writer(Path place) throws IOException {
    return writer(place, buyer.recipient(), Layout.DATA_FILE);
  }

  public PackageWriter writer(Path place, Recipient recipient, long dataFileBytes) throws IOException {
    return new PackageWriter(place, terms(), recipient, random, dataFileBytes);
  }

  /** A person with one record of two sealed groups of this many random bytes. */
  public MovedPerson person(int sealedBytes) {
    return new MovedPerson(new PersonId(dice.nextLong(), dice.nextLong()),
        new KeyId(dice.nextLong(), dice.nextLong()), List.of(moved(sealedBytes, IDENTITY, CONTACT)));
  }

  public MovedRecord moved(int sealedBytes, GroupName... groups) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("basis.identity", "contract");
    List<MovedGroup> sealed = new ArrayList<>();
    for (GroupName group : groups) {
      byte[] bytes = new byte[sealedBytes];
      dice.nextBytes(bytes);
      sealed.add(new MovedGroup(group, 1, bytes));
    }
    return new MovedRecord(new RecordId(dice.nextLong(), dice.nextLong()), NOW,
        Optional.of(new Keeping("cn.accounting", LocalDate.of(2031, 12, 31))), true, attributes, sealed);
  }

  /** The data key of a person. */
  public List<KeyEntry> dataKey(MovedPerson person) {
    return List.of(entry(person, 2, 0));
  }

  public KeyEntry entry(MovedPerson person, int kind, int ordinal) {
    byte[] key = new byte[32];
    dice.nextBytes(key);
    ByteBuffer bytes = ByteBuffer.allocate(KeyEntry.BYTES);
    person.id().write(bytes);
    person.keyId().write(bytes);
    return KeyEntry.read(bytes.put(key).put((byte) kind).put((byte) ordinal).flip());
  }

  public ExclusionCommitment commitment() {
    byte[] salt = new byte[ExclusionCommitment.SALT_BYTES];
    random.nextBytes(salt);
    return ExclusionCommitment.to(salt, new PersonId(dice.nextLong(), dice.nextLong()), "objected");
  }

  public static List<Approval> approvals() {
    return List.of(new Approval("acc-7", "legal", "dec-1", NOW),
        new Approval("acc-9", "custodian", "dec-1", NOW));
  }

  /** Seals with everybody moved or excluded, and nobody kept. */
  public SealedPackage seal(PackageWriter writer, long excluded) throws IOException {
    return writer.seal(NOW, writer.moved() + excluded, new TreeMap<>(), approvals(), house);
  }

  public Path release(SealedPackage sealed) throws IOException {
    byte[] line = releaseLine(sealed.sha256());
    return sealed.release(line, proofOf(line), house);
  }

  public byte[] releaseLine(String manifestHash) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    return LedgerLine.of(LineNonce.parse(HexFormat.of().formatHex(nonce)), NOW, "acc-9", Act.HANDOVER_RELEASE)
        .inDeal("deal-1")
        .byDecision("dec-1")
        .with(Json.object().with("manifest", manifestHash))
        .bytes();
  }

  /** Appends the line to the log and proves it. */
  public LineProof proofOf(byte[] line) {
    log.append(line);
    SignedNote note = house.sign(new Checkpoint(ORIGIN, log.size(), log.root()));
    return new LineProof(log.size() - 1, log.inclusion(log.size() - 1, log.size()).path(), note);
  }

  /** A released package of this many people and one excluded. */
  public Path released(Path place, int people, int sealedBytes) throws IOException {
    try (PackageWriter writer = writer(place)) {
      for (int at = 0; at < people; at++) {
        MovedPerson person = person(sealedBytes);
        writer.add(person, dataKey(person));
      }
      writer.exclude(commitment(), "objected");
      writer.consent(Json.object().with("person", "p1").with("state", "GIVEN"));
      writer.request(Json.object().with("id", "r1").with("due", "2026-03-20"));
      return release(seal(writer, 1));
    }
  }
}
