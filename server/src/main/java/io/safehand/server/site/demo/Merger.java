package io.safehand.server.site.demo;

import static io.safehand.server.site.demo.Scene.count;

import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.CertificatePdf;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.HandOvers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A merger from signing on: people are told, their data moves to the buyer, and the seller's keys are destroyed. */
final class Merger {
  private final Scene scene;
  private final Walk walk;
  private final DealId deal;
  private final Cast seller;
  private final Cast buyer;

  Merger(Scene scene, Walk walk) {
    this.scene = scene;
    this.walk = walk;
    this.deal = walk.deal();
    this.seller = scene.seller();
    this.buyer = scene.buyer();
  }

  Ending.Papers tell() throws Exception {
    exchangeKey();
    walk.goOn();
    new Informing(scene).inform(deal);
    walk.later(Duration.ofDays(16));
    walk.goOn();
    HandOvers.Released released = release();
    byte[] receipt = receive(released);
    walk.goOn();
    rekey();
    Ending.Certified certified = destroy();
    walk.goOn();
    return new Ending.Papers(Optional.of(released.folder()), Optional.of(receipt), Optional.of(certified));
  }

  private void exchangeKey() throws Exception {
    Recipient recipient = scene.doors().takingOver().drawKey(buyer.company(), deal, buyer.officer());
    HandOvers handOvers = scene.doors().handOvers();
    handOvers.registerKey(seller.company(), deal, recipient, scene.doors().keys().trust(), seller.officer());
    byte[] riddle = handOvers.askPossession(seller.company(), deal, seller.officer());
    byte[] answer = scene.doors().takingOver().solve(buyer.company(), deal, riddle, buyer.officer());
    Scene.require(handOvers.answer(seller.company(), deal, answer, seller.officer()),
        "the buyer could not prove its key");
    handOvers.confirm(seller.company(), deal, recipient.fingerprint(), seller.officer());
    handOvers.confirm(seller.company(), deal, recipient.fingerprint(), seller.lawyer());
    scene.telling().say("step.key");
  }

  private HandOvers.Released release() throws IOException {
    long start = System.nanoTime();
    HandOvers handOvers = scene.doors().handOvers();
    MatterId matter = handOvers.proposeRelease(seller.company(), deal, seller.manager());
    approve(matter, handOvers.releaseHash(seller.company(), deal));
    HandOvers.Released released = handOvers.release(seller.company(), deal, matter,
        scene.out().resolve("package"), seller.officer(),
        done -> progress("progress.packing", done, "imported"));
    long excluded = released.people().excluded().values().stream().mapToLong(Long::longValue).sum();
    scene.summary().count("moved", released.people().moved());
    scene.summary().count("excluded", excluded);
    scene.summary().root(released.root());
    scene.step("handover", start, count(released.people().moved()), count(excluded),
        scene.listed(released.people().excluded()));
    return released;
  }

  private byte[] receive(HandOvers.Released released) throws Exception {
    long start = System.nanoTime();
    SignedPaper paper = scene.doors()
        .takingOver()
        .receive(buyer.company(), deal, released.folder(), scene.doors().keys().trust(), buyer.officer(),
            done -> progress("progress.receiving", done, "moved"));
    byte[] file = paper.file();
    Files.write(scene.out().resolve("receipt.json"), file);
    long received = scene.doors()
        .handOvers()
        .acceptReceipt(seller.company(), deal, file, seller.officer())
        .people();
    scene.summary().count("received", received);
    scene.step("receive", start, count(received));
    return file;
  }

  private void rekey() throws Exception {
    long start = System.nanoTime();
    long rekeyed = scene.doors()
        .takingOver()
        .rekey(buyer.company(), deal, buyer.officer(),
            done -> progress("progress.re-keying", done, "received"));
    scene.doors().handOvers().acknowledgeRekey(seller.company(), deal, seller.officer());
    scene.summary().count("rekeyed", rekeyed);
    scene.step("rekey", start, count(rekeyed));
  }

  private Ending.Certified destroy() throws IOException {
    long start = System.nanoTime();
    Ending ending = scene.doors().ending();
    MatterId matter = ending.propose(seller.company(), deal, seller.manager());
    approve(matter, ending.hash(seller.company(), deal));
    Ending.Certified certified = ending.destroy(seller.company(), deal, matter, seller.security());
    long destroyed = certified.destroyed().people();
    scene.summary().count("shredded", destroyed);
    scene.summary().count("retained", certified.destroyed().retained());
    scene.step("destroy", start, count(destroyed), count(certified.destroyed().retained()), rules(certified));
    Files.write(scene.out().resolve("certificate.json"), certified.certificate().file());
    Files.write(scene.out().resolve("certificate.pdf"), CertificatePdf.of(certified.certificate()));
    return certified;
  }

  private String rules(Ending.Certified certified) {
    Set<String> rules = new TreeSet<>();
    certified.destroyed().kept().keySet().forEach(kept -> rules.add(kept.rule()));
    return scene.explained(String.join(", ", rules));
  }

  private void approve(MatterId matter, String hash) {
    walk.approve(seller.officer(), matter, hash);
    walk.approve(seller.lawyer(), matter, hash);
  }

  private void progress(String key, long done, String of) {
    scene.telling().progress(key, done, scene.summary().count(of));
  }
}
