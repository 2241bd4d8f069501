package io.safehand.core.handover.document;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.Contents;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.time.Instant;

/**
 * The buyer's word, signed by the buyer's house, that it took over a package and holds it in at least two places.
 *
 * @param manifest SHA-256 of the package's manifest
 * @param people people taken over
 * @param contents counts and roots as the buyer found them
 * @param recipient fingerprint of the receiving key
 * @param copies durable places the received tree lies in, at least 2
 * @param seller state of the seller's log as the package proved it
 * @param buyer state of the buyer's own log, with the line of receiving
 */
public record Receipt(String packageId, String manifest, Deal deal, long people, Contents contents,
    String recipient, long copies, LogState seller, LogState buyer, Instant at) {
  public static final String FORMAT = "safehand.receipt";
  public static final long VERSION = 1;
  private static final String KIND = "receipt";

  public Receipt {
    if (copies < 2) {
      throw new IllegalArgumentException("a receipt is given when the package is durable in two places");
    }
    if (buyer.origin().equals(seller.origin())) {
      throw new IllegalArgumentException("who takes over has another log than who hands over");
    }
  }

  /** For a package that was read to its end. */
  public static Receipt of(PackageCheck.Sound package_, long copies, LogState buyer, Instant at) {
    Manifest manifest = package_.manifest();
    return new Receipt(manifest.packageId(), package_.sha256(), manifest.terms().deal(),
        manifest.population().moved(), manifest.contents(), manifest.recipient(), copies,
        LogState.of(package_.checkpoint().checkpoint()), buyer, at);
  }

  public SignedPaper sign(SigningKeys house) {
    return SignedPaper.sign(KIND,
        Json.object()
            .with("format", FORMAT)
            .with("version", VERSION)
            .with("packageId", packageId)
            .with("manifest", manifest)
            .with("deal", deal.json())
            .with("people", people)
            .with("contents", contents.json())
            .with("recipient", recipient)
            .with("copies", copies)
            .with("seller", seller.json())
            .with("buyer", buyer.json())
            .with("at", at.toString()),
        house);
  }

  /** Reads a receipt that the house of the buyer's log signed; refuses everything else. */
  public static Receipt require(NamedBytes file, Trust trust) throws HandoverRefused {
    return signed(file, trust).paper();
  }

  /** The same, with who signed it. */
  public static Signed<Receipt> signed(NamedBytes file, Trust trust) throws HandoverRefused {
    Signed<Receipt> signed = SignedPaper.require(file, FORMAT, VERSION, KIND, trust, Receipt::of);
    return signed.byOwnerOf(signed.paper().buyer);
  }

  private static Receipt of(Json.Object json) {
    json.only("format", "version", "packageId", "manifest", "deal", "people", "contents", "recipient",
        "copies", "seller", "buyer", "at");
    Codes codes = new Codes(json);
    return new Receipt(json.text("packageId"), codes.hash("manifest"), Deal.of(json.object("deal")),
        codes.count("people"), Contents.of(json.object("contents")), codes.hash("recipient"),
        codes.count("copies"), LogState.of(json.object("seller")), LogState.of(json.object("buyer")),
        codes.instant("at"));
  }

  /** True if this is a receipt for exactly that package. */
  public boolean isFor(Manifest other, String otherHash) {
    return manifest.equals(otherHash) && packageId.equals(other.packageId())
        && people == other.population().moved() && contents.equals(other.contents())
        && recipient.equals(other.recipient()) && deal.equals(other.terms().deal());
  }
}
