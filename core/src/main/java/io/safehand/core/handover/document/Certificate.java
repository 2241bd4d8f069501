package io.safehand.core.handover.document;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificate of destruction, signed under the house root. It says what was destroyed, how far, what is kept and why, and what it does not cover.
 *
 * <p>A certificate that contradicts itself cannot be made: people must add up, DONE needs every confirmation, and who performed it did not verify it.
 *
 * @param manifest SHA-256 of the package's manifest, when people were handed over
 * @param receipt SHA-256 of the buyer's receipt, when people were handed over
 * @param what who was destroyed
 * @param keys state of the keys
 * @param tags state of the search tags
 * @param slots copies of the root slot
 * @param nodes servers that held keys in memory
 * @param packages copies of the package
 * @param kept what is kept, by which rule and until when
 * @param holds what a hold keeps, and until when
 * @param silent stores that could not confirm
 * @param slotErasure unseal mode and what its erasure is worth
 * @param law references, e.g. {@code PIPL 47}
 * @param policy version of the company's policy
 * @param log state of the log with the line of the destruction
 */
public record Certificate(String id, Deal deal, Optional<String> manifest, Optional<String> receipt,
    Destroyed what, Stage keys, Stage tags, List<ErasedCopy> slots, List<Node> nodes,
    List<ErasedCopy> packages, List<KeptPart> kept, List<KeptPart> holds, List<SilentStore> silent,
    Approval performedBy, Approval verifiedBy, SlotErasure slotErasure, List<String> law, String policy,
    LogState log, Instant at) {
  public static final String FORMAT = "safehand.destruction";
  public static final long VERSION = 1;
  /** What every certificate says in these words. */
  public static final String NOT_COVERED_EN = "Copies made outside this system are not covered by this certificate.";
  public static final String NOT_COVERED_ZH = "本证明不涵盖在本系统之外制作的副本。";
  private static final String KIND = "destruction-certificate";

  public Certificate {
    slots = List.copyOf(slots);
    nodes = List.copyOf(nodes);
    packages = List.copyOf(packages);
    kept = List.copyOf(kept);
    holds = List.copyOf(holds);
    silent = List.copyOf(silent);
    law = List.copyOf(law);
    if (what.before() != what.destroyed() + retained(kept, holds)) {
      throw new IllegalArgumentException("destroyed and kept people are not the people there were before");
    }
    if (kept.stream().anyMatch(part -> part.until().isEmpty())) {
      throw new IllegalArgumentException("what a rule keeps it keeps until a day");
    }
    boolean confirmed = slots.stream().allMatch(copy -> copy.confirmedAt().isPresent())
        && nodes.stream().allMatch(node -> node.droppedAt().isPresent());
    if (keys.progress() == Progress.DONE && (!confirmed || slots.isEmpty())) {
      throw new IllegalArgumentException("keys are not done before every slot and node confirmed");
    }
    if (performedBy.account().equals(verifiedBy.account())) {
      throw new IllegalArgumentException("who performed the destruction cannot verify it");
    }
  }

  /** Whether some server's memory may still hold what it dropped, because its process goes on. */
  public boolean isInMemory() {
    return nodes.stream().anyMatch(node -> !node.ended());
  }

  /** People of whom something is kept by law or by a hold. */
  public long retained() {
    return retained(kept, holds);
  }

  private static long retained(List<KeptPart> kept, List<KeptPart> holds) {
    return Stream.concat(kept.stream(), holds.stream()).mapToLong(KeptPart::people).sum();
  }

  public SignedPaper sign(SigningKeys house) {
    return SignedPaper.sign(KIND, json(), house);
  }

  private Json.Object json() {
    Json.Object json = Json.object()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("id", id)
        .with("deal", deal.json())
        .with("what", what.json())
        .with("keys", keys.json())
        .with("tags", tags.json())
        .with("slots", copies(slots))
        .with("nodes", Json.array(nodes.stream().map(Node::json).toList()))
        .with("packages", copies(packages))
        .with("kept", parts(kept))
        .with("holds", parts(holds))
        .with("silent", Json.array(silent.stream().map(SilentStore::json).toList()))
        .with("performedBy", performedBy.json())
        .with("verifiedBy", verifiedBy.json())
        .with("unseal", slotErasure.json())
        .with("law", Codes.json(law))
        .with("policy", policy)
        .with("log", log.json())
        .with("notCovered", notCovered())
        .with("at", at.toString());
    json = manifest.isPresent() ? json.with("manifest", manifest.get()) : json;
    return receipt.isPresent() ? json.with("receipt", receipt.get()) : json;
  }

  /** Reads a certificate that the house of the log it names signed; refuses everything else. */
  public static Signed<Certificate> require(NamedBytes file, Trust trust) throws HandoverRefused {
    Signed<Certificate> signed = SignedPaper.require(file, FORMAT, VERSION, KIND, trust, Certificate::of);
    return signed.byOwnerOf(signed.paper().log);
  }

  private static Certificate of(Json.Object json) {
    json.only("format", "version", "id", "deal", "manifest", "receipt", "what", "keys", "tags", "slots",
        "nodes", "packages", "kept", "holds", "silent", "performedBy", "verifiedBy", "unseal", "law",
        "policy", "log", "notCovered", "at");
    if (!json.object("notCovered").equals(notCovered())) {
      throw new IllegalArgumentException("the sentence on what is not covered is missing");
    }
    Codes codes = new Codes(json);
    return new Certificate(json.text("id"), Deal.of(json.object("deal")), hash(json, "manifest"),
        hash(json, "receipt"), Destroyed.of(json.object("what")), Stage.of(json.object("keys")),
        Stage.of(json.object("tags")), copies(codes, "slots"),
        codes.objects("nodes").stream().map(Node::of).toList(), copies(codes, "packages"),
        parts(codes, "kept"), parts(codes, "holds"),
        codes.objects("silent").stream().map(SilentStore::of).toList(),
        Approval.of(json.object("performedBy")), Approval.of(json.object("verifiedBy")),
        SlotErasure.of(json.object("unseal")), codes.texts("law"), json.text("policy"),
        LogState.of(json.object("log")), codes.instant("at"));
  }

  private static Json.Object notCovered() {
    return Json.object().with("en", NOT_COVERED_EN).with("zh", NOT_COVERED_ZH);
  }

  private static Optional<String> hash(Json.Object json, String name) {
    return json.has(name) ? Optional.of(new Codes(json).hash(name)) : Optional.empty();
  }

  private static Json.Array copies(List<ErasedCopy> copies) {
    return Json.array(copies.stream().map(ErasedCopy::json).toList());
  }

  private static List<ErasedCopy> copies(Codes codes, String name) {
    return codes.objects(name).stream().map(ErasedCopy::of).toList();
  }

  private static Json.Array parts(List<KeptPart> parts) {
    return Json.array(parts.stream().map(KeptPart::json).toList());
  }

  private static List<KeptPart> parts(Codes codes, String name) {
    return codes.objects(name).stream().map(KeptPart::of).toList();
  }
}
