package io.safehand.server.site.oversight;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Evidence of one deal for whoever is outside: the whole log, the papers, signed as a whole. Giving it out is itself a
 * line of the log. Asks for the role of who takes it.
 */
@Component
class EvidencePacking {
  private static final Role[] TAKERS = {Role.AUDITOR, Role.SECURITY_OFFICER, Role.SELLER_OFFICER,
    Role.SELLER_LAWYER};

  private final Access access;
  private final Deals deals;
  private final Assignments assignments;
  private final Ending ending;
  private final Ledger ledger;
  private final Settings settings;

  EvidencePacking(Access access, Deals deals, Assignments assignments, Ending ending, Ledger ledger,
      Settings settings) {
    this.access = access;
    this.deals = deals;
    this.assignments = assignments;
    this.ending = ending;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** Something more that lies beside the evidence. */
  interface Beside {
    void write(OutputStream to) throws IOException;
  }

  List<Deal> deals(Account by) {
    access.require(by.company(), by, TAKERS);
    return by.has(Role.AUDITOR) ? deals.deals(by.company()) : assignments.deals(by);
  }

  /**
   * The deal, if evidence of it can be complete. It carries the whole log, so it is given only to auditors and to those
   * who know of every deal.
   */
  Deal require(Account by, DealId id) {
    access.require(by.company(), by, TAKERS);
    Deal deal = deals(by).stream()
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseThrow(RequestRefused::notFound);
    if (deals(by).size() < deals.deals(by.company()).size()) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT, "evidence.hidden-lines");
    }
    if (deal.terms().type() == DealType.EQUITY && deal.controlChangedAt().isEmpty()) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT, "evidence.control-not-changed");
    }
    return deal;
  }

  /** Writes {@code evidence/…} and {@code lines.csv} as a zip. */
  void zip(Account by, Deal deal, Beside lines, OutputStream to) throws IOException {
    Path work = Files.createTempDirectory(Files.createDirectories(settings.dataFolder().resolve("evidence")),
        "pack-");
    try {
      Path evidence = ending.evidence(by.company(), deal.id(), work.resolve("evidence"));
      record(by, deal);
      ZipOutputStream zip = new ZipOutputStream(to);
      try (Stream<Path> files = Files.walk(evidence)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          zip.putNextEntry(new ZipEntry(work.relativize(file).toString()));
          Files.copy(file, zip);
        }
      }
      zip.putNextEntry(new ZipEntry("lines.csv"));
      lines.write(zip);
      zip.finish();
    } finally {
      remove(work);
    }
  }

  private void record(Account by, Deal deal) {
    Checkpoint packed = ledger.latest(by.company()).flatMap(SignedNote::unverifiedCheckpoint).orElseThrow();
    ledger.write(by.company(),
        ledger.line(by.who(), Act.EVIDENCE_PACKED)
            .inDeal(deal.id().toString())
            .with(Json.object().with("size", packed.size()).with("root", packed.root().base64())));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
