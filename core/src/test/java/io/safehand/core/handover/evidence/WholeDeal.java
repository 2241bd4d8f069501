package io.safehand.core.handover.evidence;

import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.PapersFixture;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.handover.parcel.SealedPackage;
import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.ledger.LogPlace;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A merger from intake to certificate with a real log on disk: 10 people, 7 moved, 3 excluded, 8 destroyed, 2 kept. */
public final class WholeDeal {
  public final SellerFixture seller = new SellerFixture();
  public final SigningKeys buyer = SigningKeys.generate("buyer.example", seller.random);
  public final Trust trust = seller.trust.with(buyer.trusted());
  public SigningKeys receiptSigner = buyer;
  public SigningKeys certificateSigner = seller.house;
  public SigningKeys packSigner = seller.house;
  public List<String> releasers = List.of("acc-7", "acc-9");
  public List<String> destroyers = List.of("acc-2", "acc-3");
  public String performer = "acc-1";
  public long imported = 10;
  public long importedBelowZero = 0;
  public long shredded = 8;
  public long erasedEarlier = 0;
  public long importedLater = 0;
  private final Path home;
  private final LedgerLog log;

  public WholeDeal(Path home) {
    this.home = home;
    this.log = LedgerLog.open(new LogPlace(SellerFixture.ORIGIN, home.resolve("log"), home.resolve("log2")),
        List.of());
  }

  public Path evidence() throws IOException {
    write(Act.INTAKE, Json.object().with("records", imported - 4));
    write(Act.INTAKE, Json.object().with("records", 4));
    if (importedBelowZero < 0) {
      write(Act.INTAKE, Json.object().with("records", importedBelowZero));
    }
    if (erasedEarlier > 0) {
      write(Act.SHRED, Json.object().with("people", erasedEarlier));
    }
    approve("dec-1", releasers);
    Path place = released();
    SignedPaper receipt = receipt(place);
    approve("dec-2", destroyers);
    write(line(performer, Act.SHRED).inCase("dec-2").with(Json.object().with("people", shredded)));
    SignedNote last = publish();
    if (importedLater > 0) {
      write(Act.INTAKE, Json.object().with("records", importedLater));
      publish();
    }
    CommitmentList destroyed = destroyed();
    Certificate certificate = PapersFixture.certificate(SellerFixture.terms().deal(),
        Optional.of(manifest(place)), Optional.of(receipt.sha256()), 10, destroyed, 2,
        LogState.of(last.unverifiedCheckpoint().orElseThrow()));
    TreeMap<String, Long> counts = new TreeMap<>();
    counts.put("imported", 10L);
    counts.put("moved", 7L);
    counts.put("shredded", 8L);
    counts.put("retained", 2L);
    return new EvidenceWriter(home.resolve("evidence")).ledger(home.resolve("log"))
        .package_(place)
        .receipt(receipt.file())
        .certificate(certificate.sign(certificateSigner).file(), destroyed)
        .finish(SellerFixture.terms().deal(), counts, PapersFixture.NOW, packSigner);
  }

  public Path evidenceOfEquity(boolean controlChanged) throws IOException {
    write(Act.INTAKE, Json.object().with("records", 10));
    if (controlChanged) {
      write(Act.CONTROL_CHANGED, Json.object());
    }
    publish();
    return new EvidenceWriter(home.resolve("evidence")).ledger(home.resolve("log"))
        .finish(new Deal("deal-1", "EQUITY", "seller", "buyer"), new TreeMap<>(), PapersFixture.NOW,
            seller.house);
  }

  private Path released() throws IOException {
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      for (int at = 0; at < 7; at++) {
        MovedPerson person = seller.person(30);
        writer.add(person, seller.dataKey(person));
      }
      for (int at = 0; at < 3; at++) {
        writer.exclude(seller.commitment(), "objected");
      }
      SealedPackage sealed = seller.seal(writer, 3);
      byte[] line = seller.releaseLine(sealed.sha256());
      log.append(List.of(line));
      return sealed.release(line, log.prove(log.size() - 1, publish()), seller.house);
    }
  }

  private SignedPaper receipt(Path place) throws IOException {
    try (PackageReader reader = PackageReader.open(place, trust, seller.buyer, seller.random)) {
      return Receipt
          .of(reader.checked(), 2, new LogState("buyer.example", 1, PapersFixture.LOG.root()),
              PapersFixture.NOW)
          .sign(receiptSigner);
    }
  }

  private String manifest(Path place) throws IOException {
    try (PackageReader reader = PackageReader.open(place, trust, seller.buyer, seller.random)) {
      return reader.checked().sha256();
    }
  }

  private CommitmentList destroyed() {
    List<ExclusionCommitment> commitments = new ArrayList<>();
    for (int at = 0; at < 8; at++) {
      commitments.add(seller.commitment());
    }
    return new CommitmentList(commitments);
  }

  private SignedNote publish() {
    SignedNote note = seller.house.sign(log.checkpoint());
    log.publish(note);
    return note;
  }

  private void approve(String decision, List<String> accounts) {
    accounts.forEach(account -> write(line(account, Act.DECISION_APPROVED).byDecision(decision)));
  }

  private void write(Act act, Json.Object details) {
    write(line("acc-1", act).with(details));
  }

  private LedgerLine line(String account, Act act) {
    return LedgerLine.of(LineNonce.random(seller.random), PapersFixture.NOW, account, act);
  }

  private void write(LedgerLine line) {
    log.append(List.of(line.bytes()));
  }
}
