package io.safehand.server.deal.handover.web;

import io.safehand.core.handover.parcel.PackageZip;
import io.safehand.server.base.access.Account;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.Paper;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The files of a hand-over at the seller: the package, the signed papers. */
@Controller
class HandOverFiles {
  private final HandOvers handOvers;
  private final Assignments assignments;

  HandOverFiles(HandOvers handOvers, Assignments assignments) {
    this.handOvers = handOvers;
    this.assignments = assignments;
  }

  @GetMapping("/deals/{deal}/handover/package.zip")
  ResponseEntity<StreamingResponseBody> package_(@PathVariable UUID deal, Account account) {
    Path folder = handOvers.packageOf(account.company(), require(account, deal))
        .orElseThrow(HandOverFiles::nothing);
    return ResponseEntity.ok()
        .headers(Attached.as("package-" + deal + ".zip"))
        .contentType(MediaType.parseMediaType("application/zip"))
        .body(out -> PackageZip.write(folder, out));
  }

  @GetMapping("/deals/{deal}/handover/receipt.json")
  ResponseEntity<byte[]> receipt(@PathVariable UUID deal, Account account) {
    return Attached.file("receipt-" + deal + ".json", MediaType.APPLICATION_JSON,
        paper(account, deal, Paper.RECEIPT));
  }

  @GetMapping("/deals/{deal}/handover/certificate.json")
  ResponseEntity<byte[]> certificate(@PathVariable UUID deal, Account account) {
    return Attached.file("certificate-" + deal + ".json", MediaType.APPLICATION_JSON,
        paper(account, deal, Paper.CERTIFICATE));
  }

  private byte[] paper(Account account, UUID deal, Paper paper) {
    return handOvers.paper(account.company(), require(account, deal), paper)
        .orElseThrow(HandOverFiles::nothing);
  }

  private DealId require(Account account, UUID deal) {
    return assignments.deal(account, new DealId(deal)).orElseThrow(HandOverFiles::nothing).id();
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
