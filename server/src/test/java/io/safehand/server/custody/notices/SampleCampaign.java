package io.safehand.server.custody.notices;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.LegalPath;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.messages.Letter;
import io.safehand.server.base.messages.Sink;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.SettableClock;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.ApplicationContext;

/** A company with customers and a released notice that is ready to go out into the sink of this process. */
public final class SampleCampaign {
  public final SampleCompany company;
  public final Account officer;
  public final Account lawyer;
  public final CampaignId id;
  public final List<PersonId> people;
  public final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
  private final ApplicationContext server;

  public SampleCampaign(ApplicationContext server, Path folder, int customers, UUID deal, LegalPath path)
      throws Exception {
    this.server = server;
    company = SampleCompany.in(server.getBean(Access.class));
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(server.getBean(Inventories.class), server.getBean(Decisions.class))
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(customers, rows);
    server.getBean(Imports.class)
        .run(company.id(), Files.writeString(folder.resolve("customers.csv"), rows.toString()), false,
            officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    Vaults vaults = server.getBean(Vaults.class);
    people = vaults.store(company.id())
        .together(custody -> custody.records().inLeaves(0, vaults.leaves(company.id())))
        .stream()
        .map(SealedRecord::person)
        .toList();
    id = notices().draft(company.id(), SampleNotice.full(deal, path), officer);
    notices().release(company.id(), id, lawyer);
    server.getBean(Sink.class).listen(letters::add);
  }

  public Notices notices() {
    return server.getBean(Notices.class);
  }

  public Campaign now() {
    return notices().campaign(company.id(), id).orElseThrow();
  }

  /** Sends until nothing is left to send. */
  public Run send() {
    return over(server.getBean(Campaigns.class).start(officer, id));
  }

  /** The run when it is over. */
  public Run over(Optional<UUID> begun) {
    Runs runs = server.getBean(Runs.class);
    Run run = runs.find(company.id(), begun.orElseThrow()).orElseThrow();
    long givenUp = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!run.state().isOver() && System.nanoTime() < givenUp) {
      ((SettableClock) server.getBean(Clock.class)).advance(Duration.ofMillis(1));
      run = runs.find(company.id(), run.id()).orElseThrow();
    }
    return run;
  }

  public List<Letter> mails() {
    return letters.stream().filter(letter -> !letter.subject().isEmpty()).toList();
  }

  /** The token of the personal link in a letter. */
  public static String token(Letter letter) {
    PersonalText body = letter.body();
    String from = body.exposed().substring(body.exposed().indexOf("/n/") + 3);
    return from.split("[^A-Za-z0-9_-]", 2)[0];
  }
}
