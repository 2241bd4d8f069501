package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.SignatureCheck;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.DocumentSignature;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.util.List;

/**
 * {@code signatures.json}: the house's signature of the manifest, and, made after the release was on the ledger, that of the files in {@code audit/} together with the manifest's hash.
 */
record Signatures(DocumentSignature manifest, List<PackedFile> audit, DocumentSignature auditSignature) {
  private static final String FORMAT = "safehand.package.signatures";
  private static final long VERSION = 1;
  private static final String MANIFEST_KIND = "package-manifest";
  private static final String AUDIT_KIND = "package-audit";

  static DocumentSignature ofManifest(byte[] manifest, SigningKeys keys) {
    return keys.sign(MANIFEST_KIND, manifest);
  }

  static Signatures complete(DocumentSignature manifest, String manifestHash, List<PackedFile> audit,
      SigningKeys keys) {
    return new Signatures(manifest, audit, keys.sign(AUDIT_KIND, auditDocument(manifestHash, audit)));
  }

  byte[] canonical() {
    return Json.object()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("manifest", manifest.toJson())
        .with("audit", Json.array(audit.stream().map(PackedFile::json).toList()))
        .with("auditSignature", auditSignature.toJson())
        .canonical();
  }

  static Signatures read(byte[] file) throws HandoverRefused {
    return new NamedBytes(Layout.SIGNATURES, file).read(FORMAT, VERSION, json -> {
      json.only("format", "version", "manifest", "audit", "auditSignature");
      return new Signatures(DocumentSignature.read(json.object("manifest")),
          new Codes(json).objects("audit").stream().map(PackedFile::of).toList(),
          DocumentSignature.read(json.object("auditSignature")));
    });
  }

  void requireGood(byte[] manifestBytes, String manifestHash, Trust trust) throws HandoverRefused {
    if (!manifest.signer().equals(auditSignature.signer())) {
      throw new HandoverRefused(Fault.SIGNER_DIFFERS, Layout.SIGNATURES);
    }
    new SignatureCheck(trust, Layout.MANIFEST).require(MANIFEST_KIND, manifestBytes, manifest);
    new SignatureCheck(trust, Layout.SIGNATURES).require(AUDIT_KIND, auditDocument(manifestHash, audit),
        auditSignature);
  }

  private static byte[] auditDocument(String manifestHash, List<PackedFile> audit) {
    return Json.object()
        .with("manifest", manifestHash)
        .with("audit", Json.array(audit.stream().map(PackedFile::json).toList()))
        .canonical();
  }
}
