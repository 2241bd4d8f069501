package io.safehand.bench;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * One customer read by a program over HTTP: key, policy, rules, the line durable before the answer, opened, masked, JSON;
 * against the same row in plaintext from {@link BareServer}.
 */
final class HttpMeasure implements Measure {
  private static final int MOST_READS = 2_000;
  private static final int CONNECTIONS = 4;
  private static final double P50_MILLIS = 5;
  private static final double P99_MILLIS = 16;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().file(ground.people());
    TakenIn taken = TakenIn.of(ground.product(), file);
    new Plaintext(ground.peers()).load(file);
    int reads = Math.min(MOST_READS, ground.people());
    Caller program = Caller.at(ground.product().port(), headers(ground.product(), taken.staff()));
    try (BareServer bare = BareServer.over(ground.peers(), CONNECTIONS)) {
      Caller plain = Caller.at(bare.port(), Map.of());
      protectedReads(program, taken, reads, new Latencies());
      plainReads(plain, reads);
      Latencies own = new Latencies();
      List<Figures> rates = Timing.inTurns(ground.rounds(),
          List.of(() -> protectedReads(program, taken, reads, own), () -> plainReads(plain, reads)));
      report.line("http, one protected read, 4 connections", "reads/s", rates.get(0),
          "a bare servlet with one SELECT", rates.get(1), Goal.atLeast(0.5));
      report.line("http, one protected read, p50", "ms", Figures.of(own.within(0.5)), "limit",
          Figures.of(P50_MILLIS), Goal.atMost(1));
      report.line("http, one protected read, p99", "ms", Figures.of(own.within(0.99)), "limit",
          Figures.of(P99_MILLIS), Goal.atMost(1));
    }
  }

  private static double protectedReads(Caller program, TakenIn taken, int reads, Latencies latencies)
      throws Exception {
    return Crowd.rate(CONNECTIONS, reads, (first, things) -> {
      for (int i = 0; i < things; i++) {
        String path = "/api/v1/customers/" + taken.person(first, i);
        latencies.time(() -> program.get(path));
      }
    });
  }

  private static double plainReads(Caller plain, int reads) throws Exception {
    return Crowd.rate(CONNECTIONS, reads, (first, things) -> {
      for (int i = 0; i < things; i++) {
        plain.get("/rows/QL%07d".formatted(1 + (first + i * 7919L) % reads));
      }
    });
  }

  private static Map<String, String> headers(Product product, Account account) {
    Sessions sessions = product.door(Sessions.class);
    Sessions.SignedIn who = sessions.find(sessions.begin(account)).orElseThrow();
    LocalDate day = LocalDate.ofInstant(product.door(Clock.class).instant(), ZoneOffset.UTC).plusDays(30);
    ApiKeys.Outcome made = product.door(ApiKeys.class)
        .make(who, new ApiKeys.Wanted("bench", account.roles(), day));
    return Map.of("Authorization", "Bearer " + ((ApiKeys.Outcome.Made) made).secret().exposed(),
        "Safehand-Purpose", "service", "Safehand-Case", "service-desk");
  }
}
