package io.safehand.core.handover.evidence;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.Signed;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code pack.json}: what an evidence folder holds, signed by the house that made it.
 *
 * @param counts people by stable name, as in the summary: {@code imported}, {@code moved}, {@code excluded} …
 * @param log state of the log in {@code ledger/}
 * @param files every other file except those below {@code ledger/}, by name
 */
public record Pack(Deal deal, SortedMap<String, Long> counts, LogState log, List<PackedFile> files,
    Instant at) {
  public static final String FORMAT = "safehand.evidence";
  public static final long VERSION = 1;
  private static final String KIND = "evidence-pack";

  public Pack {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    files = List.copyOf(files);
  }

  SignedPaper sign(SigningKeys house) {
    return SignedPaper.sign(KIND,
        Json.object()
            .with("format", FORMAT)
            .with("version", VERSION)
            .with("deal", deal.json())
            .with("counts", Codes.json(counts))
            .with("log", log.json())
            .with("files", Json.array(files.stream().map(PackedFile::json).toList()))
            .with("at", at.toString()),
        house);
  }

  static Signed<Pack> require(NamedBytes file, Trust trust) throws HandoverRefused {
    Signed<Pack> signed = SignedPaper.require(file, FORMAT, VERSION, KIND, trust, Pack::of);
    return signed.byOwnerOf(signed.paper().log);
  }

  private static Pack of(Json.Object json) {
    json.only("format", "version", "deal", "counts", "log", "files", "at");
    Codes codes = new Codes(json);
    return new Pack(Deal.of(json.object("deal")), codes.counts("counts"), LogState.of(json.object("log")),
        codes.objects("files").stream().map(PackedFile::of).toList(), codes.instant("at"));
  }
}
