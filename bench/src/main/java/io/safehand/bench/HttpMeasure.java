package io.safehand.bench;

import io.safehand.server.custody.disclosure.BulkReads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One customer read by a program over HTTP: key, policy, rules, the line durable before the answer, opened, masked, JSON;
 * against the same row in plaintext from {@link BareServer}.
 */
final class HttpMeasure implements Measure {
  private static final int CONNECTIONS = 4;
  private static final double P50_MILLIS = 5;
  private static final double P99_MILLIS = 16;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().file(ground.people());
    TakenIn taken = TakenIn.of(ground.product(), file);
    new Plaintext(ground.peers()).load(file);
    int each = Math.min(BulkReads.MOST_A_DAY / (ground.rounds() + 1), ground.people() / CONNECTIONS);
    Queue<Program> programs = programs(ground, taken.company(), each);
    try (BareServer bare = BareServer.over(ground.peers(), CONNECTIONS)) {
      Caller plain = Caller.at(bare.port(), Map.of());
      protectedReads(programs, each, new Latencies());
      plainReads(plain, each, ground.people());
      Latencies own = new Latencies();
      List<Figures> rates = Timing.inTurns(ground.rounds(),
          List.of(() -> protectedReads(programs, each, own), () -> plainReads(plain, each, ground.people())));
      report.line("http, one protected read, 4 connections", "reads/s", rates.get(0),
          "a bare servlet with one SELECT", rates.get(1), Goal.atLeast(0.5));
      report.line("http, one protected read, p50", "ms", Figures.of(own.within(0.5)), "limit",
          Figures.of(P50_MILLIS), Goal.atMost(1));
      report.line("http, one protected read, p99", "ms", Figures.of(own.within(0.99)), "limit",
          Figures.of(P99_MILLIS), Goal.atMost(1));
    }
  }

  /** One for each connection, who together know people from all over the company. */
  private static Queue<Program> programs(Ground ground, Staffed company, int each) throws Exception {
    Queue<Program> programs = new ConcurrentLinkedQueue<>();
    for (int program = 0; program < CONNECTIONS; program++) {
      List<String> numbers = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        numbers.add(number(program * 104_729L + i * 7919L, ground.people()));
      }
      programs.add(Program.searching(ground.product(), company, "program" + program, numbers));
    }
    return programs;
  }

  private static double protectedReads(Queue<Program> programs, int each, Latencies latencies)
      throws Exception {
    return Crowd.rate(CONNECTIONS, CONNECTIONS * each, (first, things) -> {
      Program program = programs.remove();
      for (int i = 0; i < things; i++) {
        int next = i;
        latencies.time(() -> program.read(next));
      }
      programs.add(program);
    });
  }

  private static double plainReads(Caller plain, int each, int people) throws Exception {
    return Crowd.rate(CONNECTIONS, CONNECTIONS * each, (first, things) -> {
      for (int i = 0; i < things; i++) {
        plain.get("/rows/" + number(first + i * 7919L, people));
      }
    });
  }

  private static String number(long any, int people) {
    return "QL%07d".formatted(1 + any % people);
  }
}
