package io.safehand.server.site.demo;

import static io.safehand.server.site.demo.Scene.count;
import static io.safehand.server.site.demo.Scene.require;

import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of the story: the evidence is written, every paper is verified as an outsider would, and people add up. */
final class LastPapers {
  private final Scene scene;
  private final Summary summary;

  LastPapers(Scene scene) {
    this.scene = scene;
    this.summary = scene.summary();
  }

  void write(DealId deal, Ending.Papers papers) throws IOException {
    evidence(deal, papers);
    verify();
    Files.writeString(scene.out().resolve("summary.json"), summary.json().pretty());
    scene.telling().say("step.papers", scene.out());
  }

  private void evidence(DealId deal, Ending.Papers papers) throws IOException {
    long start = System.nanoTime();
    var seller = scene.seller().company();
    summary.count("overrides", scene.doors().deals().deal(seller, deal).orElseThrow().overrides());
    scene.doors()
        .ending()
        .evidence(seller, deal, scene.out().resolve("evidence"), papers, summary.forEvidence());
    Checkpoint checkpoint = scene.doors()
        .ledger()
        .latest(seller)
        .orElseThrow()
        .unverifiedCheckpoint()
        .orElseThrow();
    summary.count("ledgerLines", checkpoint.size());
    summary.checkpoint(checkpoint.root().base64());
    scene.step("evidence", start, count(checkpoint.size()));
  }

  private void verify() throws IOException {
    long start = System.nanoTime();
    Verifying verifying = new Verifying(scene.doors().keys().trust());
    for (String paper : List.of("package", "receipt.json", "certificate.json", "evidence")) {
      Path file = scene.out().resolve(paper);
      require(!Files.exists(file) || verifying.verify(file) instanceof Verdict.Good,
          paper + " does not verify");
    }
    if (scene.settings().isMerger()) {
      addUp();
    }
    scene.step("verify", start);
  }

  private void addUp() {
    long imported = summary.count("imported");
    require(imported == summary.count("moved") + summary.count("excluded"), "moved and excluded");
    require(summary.count("received") == summary.count("moved"), "received is not moved");
    require(summary.count("rekeyed") == summary.count("received"), "re-keyed is not received");
    require(imported == summary.count("shredded") + summary.count("retained"), "shredded and retained");
  }
}
