package io.safehand.core.handover.consent;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.document.Signed;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.util.List;
import java.util.Optional;

/**
 * The receipt of one consent event: JSON-LD after ISO/IEC TS 27560:2023, profile {@code record-cn-pipl}, signed by the
 * house of the handler's log. It names the person by a pseudonym and holds no value of anybody's information.
 *
 * @param id of the record, which is the event's
 * @param person pseudonym, 64 hexadecimal digits, the same on all receipts of one person from one handler
 * @param notice empty when no notice was on record
 */
public record ConsentReceipt(String id, String person, Optional<AnsweredNotice> notice, AskedPurpose purpose,
    List<InformationType> information, Handling handling, ConsentAct act) {
  public static final String FORMAT = "safehand.consent-receipt";
  public static final long VERSION = 1;
  private static final String KIND = "consent-receipt";
  private static final String BASIS = "PIPL 13(1)(1)";
  private static final String JURISDICTION = "CN";

  public ConsentReceipt {
    information = List.copyOf(information);
    Allowed.code(id);
  }

  public SignedPaper sign(SigningKeys house) {
    return SignedPaper.sign(KIND, json(), house);
  }

  private Json.Object json() {
    Json.Object json = Json.object()
        .with("@context", Vocabulary.CONTEXT)
        .with("@type", Vocabulary.TYPE)
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("schema", Vocabulary.SCHEMA)
        .with("profile", Vocabulary.PROFILE)
        .with("id", id)
        .with("person", person)
        .with("purpose", purpose.json())
        .with("basis", BASIS)
        .with("information", information.stream().map(InformationType::json).toList())
        .with("handler", handling.json())
        .with("jurisdiction", JURISDICTION)
        .with("event", act.json());
    return notice.map(answered -> json.with("notice", answered.json())).orElse(json);
  }

  /** Reads a receipt that the house of the handler's log signed; refuses everything else. */
  public static Signed<ConsentReceipt> require(NamedBytes file, Trust trust) throws HandoverRefused {
    Signed<ConsentReceipt> signed = SignedPaper.require(file, FORMAT, VERSION, KIND, trust,
        ConsentReceipt::of);
    if (!signed.signature().isOfOwner(signed.paper().handling.log())) {
      throw new HandoverRefused(Fault.SIGNER_DIFFERS, signed.name() + " signer " + signed.signer());
    }
    return signed;
  }

  private static ConsentReceipt of(Json.Object json) {
    json.only("@context", "@type", "format", "version", "schema", "profile", "id", "person", "notice",
        "purpose", "basis", "information", "handler", "jurisdiction", "event");
    boolean ours = json.object("@context").equals(Vocabulary.CONTEXT)
        && json.text("@type").equals(Vocabulary.TYPE) && json.text("schema").equals(Vocabulary.SCHEMA)
        && json.text("profile").equals(Vocabulary.PROFILE) && json.text("basis").equals(BASIS)
        && json.text("jurisdiction").equals(JURISDICTION);
    if (!ours) {
      throw new JsonRefused("words of another schema or profile");
    }
    Codes codes = new Codes(json);
    Optional<AnsweredNotice> notice = json.has("notice")
        ? Optional.of(AnsweredNotice.of(json.object("notice")))
        : Optional.empty();
    return new ConsentReceipt(json.text("id"), codes.hash("person"), notice,
        AskedPurpose.of(json.object("purpose")),
        codes.objects("information").stream().map(InformationType::of).toList(),
        Handling.of(json.object("handler")), ConsentAct.of(json.object("event")));
  }
}
