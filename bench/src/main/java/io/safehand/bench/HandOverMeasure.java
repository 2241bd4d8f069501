package io.safehand.bench;

import io.safehand.core.handover.age.PossessionChallenge;
import io.safehand.core.handover.age.Recipient;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.TakingOver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody packed for a buyer, received and re-keyed there, through the doors, against the database's part alone: the
 * rows copied out to a file, and copied in again; re-keying against the intake of the same people. And packing against
 * the way around: a cursor over all rows and batches of updates.
 */
final class HandOverMeasure implements Measure {
  private static final int BATCH = 1_000;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().file(ground.people());
    Staffed seller = Staffed.found(ground.product());
    long[] people = new long[1];
    Figures intake = Figures.of(Timing.rate(() -> people[0] = seller.take(file)).figure());
    Seller side = new Seller(ground.product(), seller, seller.appoint("manager", Role.DEAL_MANAGER));
    Rows rows = new Rows(ground.peers(), seller, ground.customers().folder(), people[0]);
    List<double[]> own = new ArrayList<>();
    List<double[]> peer = new ArrayList<>();
    for (int round = 0; round < ground.rounds(); round++) {
      own.add(side.handOver(ground.customers().folder().resolve("package-" + round)));
      peer.add(rows.rates());
    }
    report.line("handover pack", "people/s", figures(own, 0), "rows copied out of the database", figures(peer,
        0),
        Goal.atLeast(0.60));
    report.line("handover pack", "people/s", figures(own, 0), "cursor and UPDATE in batches of 1000", figures(
        peer, 2),
        Goal.atLeast(9));
    report.line("handover receive", "people/s", figures(own, 1), "rows copied into the database", figures(
        peer, 1), Goal
            .atLeast(0.60));
    report.line("handover re-key", "people/s", figures(own, 2), "intake of the same people", intake, Goal
        .atLeast(
            0.4));
  }

  private static Figures figures(List<double[]> rounds, int place) {
    return Figures.of(rounds.stream().mapToDouble(round -> round[place]).toArray());
  }

  /** The seller, who hands its people over to a new buyer each time. */
  private record Seller(Product product, Staffed seller, Account manager) {
    /** People a second while packing, receiving, re-keying. */
    double[] handOver(Path folder) throws Exception {
      Staffed buyer = Staffed.found(product);
      DealId deal = product.door(Deals.class)
          .open(seller.company(), DealTerms.of(DealType.MERGER_DIVISION, "Spring Rain", seller.company(),
              buyer
                  .company()), manager);
      exchangeKey(buyer, deal);
      TakingOver taking = product.door(TakingOver.class);
      MatterId matter = decide(deal);
      HandOvers.Released[] released = new HandOvers.Released[1];
      double packing = Timing.seconds(() -> released[0] = product.door(HandOvers.class)
          .release(seller.company(), deal, matter, folder, seller.officer(), done -> {}));
      double receiving = Timing.seconds(() -> taking.receive(buyer.company(), deal, released[0].folder(),
          product.door(
              Keys.class).trust(), buyer.officer(), done -> {}));
      long people = released[0].people().moved();
      double rekeying = Timing.seconds(() -> taking.rekey(buyer.company(), deal, buyer.officer(),
          done -> {}));
      return new double[]{people / packing, people / receiving, people / rekeying};
    }

    private void exchangeKey(Staffed buyer, DealId deal) throws Exception {
      HandOvers doors = product.door(HandOvers.class);
      TakingOver taking = product.door(TakingOver.class);
      Recipient recipient = taking.drawKey(buyer.company(), deal);
      doors.registerKey(seller.company(), deal, recipient, seller.officer());
      PossessionChallenge challenge = doors.challenge(seller.company(), deal);
      byte[] answer = taking.solve(buyer.company(), deal, challenge.sealed());
      doors.prove(seller.company(), deal, challenge, answer, seller.officer());
      doors.confirm(seller.company(), deal, recipient.fingerprint(), seller.officer());
      doors.confirm(seller.company(), deal, recipient.fingerprint(), seller.lawyer());
    }

    private MatterId decide(DealId deal) {
      HandOvers doors = product.door(HandOvers.class);
      MatterId matter = doors.proposeRelease(seller.company(), deal, manager);
      String hash = doors.releaseHash(seller.company(), deal);
      for (Account by : List.of(seller.officer(), seller.lawyer())) {
        product.door(Decisions.class).approve(by, matter, hash);
      }
      return matter;
    }
  }

  /** The seller's rows, moved by the database alone. */
  private record Rows(Peers peers, Staffed seller, Path folder, long people) {
    double[] rates() throws Exception {
      String table = "records.record_" + seller.suffix();
      Path file = folder.resolve("rows");
      double out = Timing.seconds(() -> peers.copyOut("select * from " + table, file));
      peers.prepare("create table bench.record (like records.record including all)",
          "create index on bench.record (slot)");
      double in = Timing.seconds(() -> peers.copyIn("bench.record", "binary", file));
      double updating = Timing.seconds(this::update);
      peers.execute("drop schema bench cascade");
      return new double[]{people / out, people / in, people / updating};
    }

    private void update() throws SQLException {
      try (Connection reading = peers.connect();
          Connection writing = peers.connect();
          Statement cursor = reading.createStatement();
          PreparedStatement update = writing.prepareStatement(
              "update bench.record set sealed = ? where company_id = ? and person_id = ?")) {
        reading.setAutoCommit(false);
        writing.setAutoCommit(false);
        cursor.setFetchSize(BATCH);
        ResultSet rows = cursor.executeQuery("select sealed, company_id, person_id from bench.record");
        for (int waiting = 1; rows.next(); waiting++) {
          update.setBytes(1, rows.getBytes(1));
          update.setObject(2, rows.getObject(2));
          update.setObject(3, rows.getObject(3));
          update.addBatch();
          if (waiting % BATCH == 0) {
            update.executeBatch();
            writing.commit();
          }
        }
        update.executeBatch();
        writing.commit();
      }
    }
  }
}
