package io.safehand.core.custody;

import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.manifest.PackageTerms;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.TransferTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.TreeMap;

/** What a tea house hands over: a released package that lies in a folder, and the buyer's key to it. */
record TeaPackage(Path folder, SellerFixture seller, HandingOver.Packed packed) {
  private static final SigningKeys SIGNING = SigningKeys.generate("seller.example", new SecureRandom());

  static TeaPackage of(TeaHouse house, Path folder, ReceivingKey key) throws IOException {
    SellerFixture seller = new SellerFixture(SIGNING, key);
    try (PackageWriter writer = PackageWriter.open(folder, terms(), key.recipient(), house.random)) {
      HandingOver.Packed packed = new HandingOver(house.keys, house.store, house, TeaHouse.INVENTORY,
          new TransferTerms(LegalPath.SUCCESSION_22, true, false), house.clock, TeaHouse.ZONE, house.random)
          .pack(writer, people -> {});
      long excluded = packed.excluded().values().stream().mapToLong(Long::longValue).sum();
      seller.release(writer.seal(SellerFixture.NOW, packed.moved() + excluded, new TreeMap<>(),
          SellerFixture.approvals(), seller.house));
      return new TeaPackage(folder, seller, packed);
    }
  }

  private static PackageTerms terms() {
    PackageTerms plain = SellerFixture.terms();
    return new PackageTerms(plain.deal(), plain.segment(), plain.rule(), TeaHouse.INVENTORY.groups(),
        plain.suites(), plain.fields(), plain.purposes(), plain.retention(), plain.ledgerOrigin());
  }

  PackageReader reader() throws IOException {
    return PackageReader.open(folder, seller.trust, seller.buyer, seller.random);
  }
}
