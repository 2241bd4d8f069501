package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * {@code manifest.json}: the one file that is signed, and that fixes all others.
 *
 * <p>Its bytes are canonical JSON (RFC 8785), so it has exactly one form and one SHA-256.
 *
 * @param packageId 32 hexadecimal digits, random
 * @param recipient fingerprint of the receiving key
 * @param approvals exactly two, by different accounts
 * @param signers the keys that must have signed
 * @param files every file of the package except the manifest, {@code audit/} and {@code signatures.json}, by name
 */
public record Manifest(String packageId, Instant createdAt, PackageTerms terms, Population population,
    Contents contents, String recipient, List<Approval> approvals, List<Signer> signers,
    List<PackedFile> files) {
  public static final String FORMAT = "safehand.package";
  public static final long VERSION = 1;

  public Manifest {
    approvals = List.copyOf(approvals);
    signers = List.copyOf(signers);
    files = List.copyOf(files);
    if (approvals.size() != 2 || approvals.getFirst().account().equals(approvals.getLast().account())) {
      throw new IllegalArgumentException("a package is released by two different accounts");
    }
  }

  public byte[] canonical() {
    return Json.object()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("packageId", packageId)
        .with("createdAt", createdAt.toString())
        .with("terms", terms.json())
        .with("population", population.json())
        .with("contents", contents.json())
        .with("recipient", recipient)
        .with("approvals", Json.array(approvals.stream().map(Approval::json).toList()))
        .with("signers", Json.array(signers.stream().map(Signer::json).toList()))
        .with("files", Json.array(files.stream().map(PackedFile::json).toList()))
        .canonical();
  }

  /** Reads version 1; unknown members, missing members and sums that do not hold are refused. */
  public static Manifest of(Json.Object json) {
    json.only("format", "version", "packageId", "createdAt", "terms", "population", "contents", "recipient",
        "approvals", "signers", "files");
    Codes codes = new Codes(json);
    return new Manifest(json.text("packageId"), codes.instant("createdAt"),
        PackageTerms.of(json.object("terms")), Population.of(json.object("population")),
        Contents.of(json.object("contents")), codes.hash("recipient"),
        codes.objects("approvals").stream().map(Approval::of).toList(),
        codes.objects("signers").stream().map(Signer::of).toList(),
        codes.objects("files").stream().map(PackedFile::of).toList());
  }
}
