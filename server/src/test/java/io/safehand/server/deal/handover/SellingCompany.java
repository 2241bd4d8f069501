package io.safehand.server.deal.handover;

import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Advance;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.Proposal;
import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.OpenDoors;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** A company with invented customers in a merger, on whatever server it is. */
public final class SellingCompany {
  public static final Path INVENTORY = Path.of("..", "samples", "customers.inventory.yaml");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final OpenDoors server;
  private final Path folder;
  public final SampleCompany company;
  public final Account manager;
  public final Account officer;
  public final Account lawyer;
  public final DealId deal;

  /**
   * @param buyer may be on a server elsewhere
   * @param customers how many; a few of them are refused for bad rows
   */
  public SellingCompany(OpenDoors server, CompanyId buyer, int customers, Path folder) throws Exception {
    this.server = server;
    this.company = SampleCompany.in(server.door(Access.class));
    this.manager = company.person("manager", Role.DEAL_MANAGER);
    this.officer = company.person("officer", Role.SELLER_OFFICER);
    this.lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(server.door(Inventories.class), server.door(Decisions.class))
        .adopt(Files.readString(INVENTORY), officer, lawyer);
    this.folder = folder;
    more(customers);
    this.deal = server.door(Deals.class)
        .open(company.id(),
            DealTerms.of(DealType.MERGER_DIVISION, "Spring Rain", company.id(), buyer).excludingObjectors(),
            manager);
    List.of(officer, lawyer, company.securityOfficer())
        .forEach(whom -> server.door(Assignments.class).assign(deal, whom.id(), manager));
  }

  /** Takes that many customers of the sample in, unless they are there. */
  void more(int customers) throws Exception {
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(customers, rows);
    Path file = Files.writeString(Files.createTempFile(folder, "customers", ".csv"), rows.toString());
    server.door(Imports.class).run(company.id(), file, false, officer, ZONE, tally -> {});
  }

  /** Goes on to this stage, by override wherever a gate is open. */
  public void goTo(Stage stage) {
    Deals deals = server.door(Deals.class);
    while (deals.stage(company.id(), deal) != stage) {
      Proposal proposal = deals.propose(company.id(), deal, manager);
      List.of(officer, lawyer).forEach(by -> vote(by, proposal));
      if (!(deals.advance(company.id(), deal, proposal.matter(), manager) instanceof Advance.Moved)) {
        throw new AssertionError("the deal did not go on");
      }
    }
  }

  private void vote(Account by, Proposal proposal) {
    Decisions decisions = server.door(Decisions.class);
    if (proposal.needsOverride()) {
      decisions.override(by, proposal.matter(), proposal.sha256(), "test");
    } else {
      decisions.approve(by, proposal.matter(), proposal.sha256());
    }
  }

  /** Registers the key; the holder of its private half solves the riddle. */
  public void register(Recipient recipient, Trust buyer, Solving holder) throws Exception {
    HandOvers handOvers = server.door(HandOvers.class);
    handOvers.registerKey(company.id(), deal, recipient, buyer, officer);
    byte[] riddle = handOvers.askPossession(company.id(), deal, officer);
    if (!handOvers.answer(company.id(), deal, holder.solve(riddle), officer)) {
      throw new AssertionError("the key was not proven");
    }
    handOvers.confirm(company.id(), deal, recipient.fingerprint(), officer);
    handOvers.confirm(company.id(), deal, recipient.fingerprint(), lawyer);
  }

  public MatterId approvedRelease() {
    HandOvers handOvers = server.door(HandOvers.class);
    MatterId matter = handOvers.proposeRelease(company.id(), deal, manager);
    String hash = handOvers.releaseHash(company.id(), deal);
    List.of(officer, lawyer).forEach(by -> server.door(Decisions.class).approve(by, matter, hash));
    return matter;
  }

  public HandOvers.Released release(Path folder) throws IOException {
    return server.door(HandOvers.class)
        .release(company.id(), deal, approvedRelease(), folder, officer, done -> {});
  }

  public List<PersonId> people() {
    return people(server, company.id());
  }

  public static List<PersonId> people(OpenDoors server, CompanyId company) {
    int leaves = server.door(Vaults.class).leaves(company);
    return server.door(Vaults.class)
        .store(company)
        .together(custody -> custody.records().inLeaves(0, leaves))
        .stream()
        .map(SealedRecord::person)
        .toList();
  }

  /** Whoever solves the riddle. */
  public interface Solving {
    byte[] solve(byte[] challenge) throws Exception;
  }
}
