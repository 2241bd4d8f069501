package io.safehand.core.handover.document;

import io.safehand.core.hash.Sha256;
import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.SignatureCheck;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.DocumentSignature;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A paper of ours: a JSON object with a {@code signature} over the canonical form of all its other members.
 *
 * <p>The file is canonical JSON, so a paper has exactly one form and one SHA-256.
 */
public record SignedPaper(Json.Object body, DocumentSignature signature) {
  private static final String SIGNATURE = "signature";

  /** Signs the body as this kind of paper. */
  public static SignedPaper sign(String kind, Json.Object body, SigningKeys house) {
    return new SignedPaper(body, house.sign(kind, body.canonical()));
  }

  public byte[] file() {
    return body.with(SIGNATURE, signature.toJson()).canonical();
  }

  /** SHA-256 of the file, 64 hexadecimal digits. */
  public String sha256() {
    return Sha256.hex(file());
  }

  /** Reads a paper of this format, whose body the reading takes, and asks the trusted keys. */
  public static <T> Signed<T> require(NamedBytes file, String format, long version, String kind, Trust trust,
      NamedBytes.Reading<T> reading) throws HandoverRefused {
    SignedPaper paper = file.read(format, version, SignedPaper::split);
    new SignatureCheck(trust, file.name()).require(kind, paper.body.canonical(), paper.signature);
    try {
      return new Signed<>(reading.of(paper.body), file.name(), paper.signature);
    } catch (JsonRefused malformed) {
      throw new HandoverRefused(Fault.MALFORMED, file.name(), malformed);
    } catch (IllegalArgumentException contradiction) {
      throw new HandoverRefused(Fault.CONTRADICTION, file.name(), contradiction);
    }
  }

  private static SignedPaper split(Json.Object json) {
    DocumentSignature signature = DocumentSignature.read(json.object(SIGNATURE));
    Map<String, Json> body = new LinkedHashMap<>(json.members());
    body.remove(SIGNATURE);
    return new SignedPaper(new Json.Object(body), signature);
  }
}
