package io.safehand.server.deal.handover;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.server.deal.deals.DealId;
import java.nio.charset.StandardCharsets;

/**
 * What a buyer sends to the seller: its receiving key for one deal, and the public keys that its receipt will be signed
 * with. Nothing in it is secret; docs/formats/key-offer.md. Whose it is, is confirmed by two people.
 */
public record KeyOffer(DealId deal, Recipient recipient, Trust trust) {
  private static final int FORMAT = 1;

  /** @throws IllegalArgumentException when this is no offer of this format */
  public static KeyOffer parse(String file) {
    Json.Object top = Json.parse(file.strip().getBytes(StandardCharsets.UTF_8))
        .asObject()
        .only("format", "deal", "recipient", "trust");
    if (top.number("format") != FORMAT) {
      throw new IllegalArgumentException("the offer has another format than " + FORMAT);
    }
    return new KeyOffer(DealId.parse(top.text("deal")), Recipient.parse(top.text("recipient")),
        Trust.parse(top.text("trust").getBytes(StandardCharsets.UTF_8)));
  }

  public String file() {
    return Json.object()
        .with("format", FORMAT)
        .with("deal", deal.toString())
        .with("recipient", recipient.text())
        .with("trust", trust.file())
        .pretty();
  }
}
