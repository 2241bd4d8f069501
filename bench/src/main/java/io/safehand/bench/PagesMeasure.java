package io.safehand.bench;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that people open every day, as fast as the server makes them, one after the other. */
final class PagesMeasure implements Measure {
  private static final int TIMES = 40;
  private static final double LIMIT_MILLIS = 300;
  private static final Pattern RECORD = Pattern.compile("href=\"(/customers/[^/\"]+/[^/\"]+)\"");

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    TakenIn taken = TakenIn.of(ground.product(), ground.customers().file(ground.people()));
    Map<String, Timing.Work> pages = new Desk(ground.product(), taken).pages();
    for (Map.Entry<String, Timing.Work> page : pages.entrySet()) {
      times(page.getValue());
      double[] medians = new double[ground.rounds()];
      double[] slowest = new double[ground.rounds()];
      for (int round = 0; round < ground.rounds(); round++) {
        Latencies latencies = times(page.getValue());
        medians[round] = latencies.within(0.5);
        slowest[round] = latencies.within(0.95);
      }
      report.line("pages, " + page.getKey() + ", p50", "ms", Figures.of(medians), "limit of p95",
          Figures.of(LIMIT_MILLIS), Goal.atMost(1));
      report.line("pages, " + page.getKey() + ", p95", "ms", Figures.of(slowest), "limit",
          Figures.of(LIMIT_MILLIS), Goal.atMost(1));
    }
  }

  private static Latencies times(Timing.Work page) throws Exception {
    Latencies latencies = new Latencies();
    for (int i = 0; i < TIMES; i++) {
      latencies.time(page);
    }
    return latencies;
  }

  /** Those who open the pages, signed in. */
  private static final class Desk {
    private final Product product;
    private final Caller staff;
    private final Caller officer;
    private final Caller manager;
    private final DealId deal;
    private final String formToken;
    private final List<String> numbers = new ArrayList<>();

    Desk(Product product, TakenIn taken) throws Exception {
      this.product = product;
      Account leading = taken.company().appoint("deals", Role.DEAL_MANAGER);
      staff = caller(taken.staff());
      officer = caller(taken.company().officer());
      manager = caller(leading);
      Staffed buyer = Staffed.found(product);
      deal = product.door(Deals.class)
          .open(taken.company().company(), DealTerms.of(DealType.MERGER_DIVISION, "Spring Rain",
              taken.company().company(), buyer.company()), leading);
      formToken = staff.formToken();
      for (int number = 1; number <= Math.min(TIMES, taken.people().size()); number++) {
        numbers.add("QL%07d".formatted(number));
      }
    }

    private Caller caller(Account account) {
      String session = product.door(Sessions.class).begin(account).exposed();
      return Caller.at(product.port(), Map.of("Cookie", "safehand_session=" + session));
    }

    Map<String, Timing.Work> pages() throws Exception {
      String record = recordOf(numbers);
      Map<String, Timing.Work> pages = new LinkedHashMap<>();
      pages.put("home", () -> officer.get("/"));
      pages.put("customers", () -> staff.get("/customers"));
      pages.put("search", () -> found(numbers.getFirst()));
      pages.put("record", () -> staff.get(record));
      pages.put("deal", () -> manager.get("/deals/" + deal));
      pages.put("ledger", () -> officer.get("/ledger"));
      pages.put("board", () -> officer.get("/board"));
      return pages;
    }

    /** A search and the page with those found. */
    private String found(String number) throws IOException, InterruptedException {
      String hits = staff.post("/customers", formToken,
          Map.of("purpose", "service", "field", "customer_no", "value", number, "matter", "service-desk"));
      return staff.get(hits);
    }

    private String recordOf(List<String> candidates) throws IOException, InterruptedException {
      for (String number : candidates) {
        Matcher link = RECORD.matcher(found(number));
        if (link.find()) {
          return link.group(1);
        }
      }
      throw new IOException("nobody was found");
    }
  }
}
