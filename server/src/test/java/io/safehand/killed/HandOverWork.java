package io.safehand.killed;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.Paper;
import io.safehand.server.deal.handover.SellingCompany;
import io.safehand.server.deal.handover.TakingOver;
import io.safehand.server.start.OpenDoors;
import io.safehand.server.start.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;

/**
 * A hand-over in three runs, release, receiving and re-keying, which a killed server left wherever it was. What it does
 * it says, line by line; the first start makes the companies and the decision.
 */
public class HandOverWork implements ApplicationRunner {
  private static final int CUSTOMERS = 8_000;
  private final ApplicationContext context;
  private final OpenDoors doors;
  private final Path folder;

  HandOverWork(ApplicationContext context) {
    this.context = context;
    this.doors = OpenDoors.of(context);
    this.folder = Path.of(context.getEnvironment().getRequiredProperty("killed.folder"));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofPlatform().start(() -> {
      try {
        goOn();
      } catch (Exception | AssertionError failed) {
        System.out.println("failed " + failed);
      }
    });
  }

  private void goOn() throws Exception {
    Path written = folder.resolve("deal");
    if (!Files.exists(written)) {
      Files.writeString(written, decided());
    }
    String[] ids = Files.readString(written).split(" ");
    CompanyId seller = CompanyId.parse(ids[0]);
    CompanyId buyer = CompanyId.parse(ids[1]);
    DealId deal = DealId.parse(ids[2]);
    System.out.println("listens");
    for (Map.Entry<String, CompanyId> run : List.of(Map.entry("handover.release", seller),
        Map.entry("handover.receive", buyer), Map.entry("handover.rekey", buyer))) {
      follow(run.getKey(), context.getBean(Access.class).account(run.getValue(), "officer").orElseThrow(),
          deal);
    }
    List<?> people = SellingCompany.people(doors, buyer);
    byte[] receipt = doors.door(HandOvers.class).paper(buyer, deal, Paper.RECEIPT).orElseThrow();
    Matcher confirmed = Pattern.compile("\"people\":\\s*([0-9]+)")
        .matcher(new String(receipt, StandardCharsets.UTF_8));
    System.out.println("people " + people.size() + " " + new HashSet<>(people).size() + " "
        + (confirmed.find() ? confirmed.group(1) : "unconfirmed"));
    System.out.println("idle");
  }

  private String decided() throws Exception {
    SampleCompany buying = SampleCompany.in(doors.door(Access.class));
    Account officer = buying.person("officer", Role.BUYER_OFFICER);
    new AdoptedInventory(doors.door(Inventories.class), doors.door(Decisions.class)).adopt(
        Files.readString(SellingCompany.INVENTORY), officer, buying.person("lawyer", Role.SELLER_LAWYER));
    SellingCompany seller = new SellingCompany(doors, buying.id(), CUSTOMERS, folder);
    TakingOver takingOver = doors.door(TakingOver.class);
    seller.register(takingOver.drawKey(buying.id(), seller.deal, officer), doors.door(Keys.class).trust(),
        riddle -> takingOver.solve(buying.id(), seller.deal, riddle, officer));
    seller.goTo(Stage.CLOSING);
    seller.approvedRelease();
    return seller.company.id() + " " + buying.id() + " " + seller.deal;
  }

  /** Begins the run unless it is there, and says how far it is until it is over; the clock goes at its usual pace. */
  private void follow(String kind, Account by, DealId deal) {
    Runs runs = doors.door(Runs.class);
    SettableClock clock = doors.door(SettableClock.class);
    Instant begun = clock.instant();
    long start = System.nanoTime();
    runs.begin(by, kind, "deal/" + deal);
    Run run = last(runs, kind, by, deal);
    long said = 0;
    while (!run.state().isOver()) {
      if (run.done() > said) {
        said = run.done();
        System.out.println("under way " + kind + " " + said);
      }
      clock.set(begun.plusNanos(System.nanoTime() - start));
      run = last(runs, kind, by, deal);
    }
    System.out.println("over " + kind + " " + run.state() + " " + run.problem());
  }

  private static Run last(Runs runs, String kind, Account by, DealId deal) {
    Optional<Run> last = runs.of(by.company(), "deal/" + deal)
        .stream()
        .filter(run -> run.kind().equals(kind))
        .findFirst();
    return last.orElseThrow();
  }
}
