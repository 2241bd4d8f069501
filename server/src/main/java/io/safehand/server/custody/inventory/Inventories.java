package io.safehand.server.custody.inventory;

import io.safehand.core.hash.Sha256;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import io.safehand.core.inventory.InventoryRefused;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The inventories that companies have adopted: the newest version is in force, older ones stay readable.
 *
 * <p>Parsed inventories are kept in memory by the hash of their text, so a new version is seen by the next read on
 * every node. May be used by many threads.
 */
@Component
public final class Inventories {
  private static final int MOST_PARSED = 256;
  private static final int MOST_SHOWN = 100;
  private static final Set<Matter.State> WAITING = Set.of(Matter.State.OPEN, Matter.State.APPROVED);

  private static final String ADOPT = "inventory.adopt";
  private static final String SUBJECT = "inventory";
  private static final Role[] APPROVERS = {Role.SELLER_OFFICER, Role.BUYER_OFFICER, Role.SELLER_LAWYER};

  private final Storage storage;
  private final Access access;
  private final Decisions decisions;
  private final Ledger ledger;
  private final VersionRows rows;
  private final Clock clock;
  private final Map<String, Inventory> parsed = new ConcurrentHashMap<>();

  Inventories(Storage storage, Access access, Decisions decisions, Ledger ledger, VersionRows rows,
      Clock clock) {
    this.storage = storage;
    this.access = access;
    this.decisions = decisions;
    this.ledger = ledger;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Asks for this text to be put in force behind the present version: somebody else must approve exactly that, by its
   * {@link #decided hash}.
   *
   * @throws InventoryRefused when the text cannot be an inventory
   */
  public MatterId propose(CompanyId company, String yaml, Account by) {
    access.require(company, by, APPROVERS);
    InventoryFile.parse(yaml);
    return storage.in(company, () -> {
      String decided = decided(company, yaml);
      rows.propose(company, decided, yaml);
      return decisions.open(by, new Opening(ADOPT, SUBJECT, decided, 1, Set.of(APPROVERS)));
    });
  }

  /** What is voted on: hex SHA-256 of the text's own, and of the number that it comes behind. */
  public String decided(CompanyId company, String yaml) {
    return decided(storage.in(company, () -> rows.newest(company)), yaml);
  }

  private static String decided(Optional<VersionRows.Row> present, String yaml) {
    return Sha256.hex(Json.object()
        .with("act", ADOPT)
        .with("behind", present.map(VersionRows.Row::number).orElse(0))
        .with("sha256", sha256(yaml))
        .canonical());
  }

  /**
   * What waits for votes, or for being put in force once it is approved; the newest first. Nothing that was asked for
   * before the version that is in force.
   */
  public List<Proposal> proposals(CompanyId company) {
    return storage.in(company, () -> {
      Optional<Adopted> present = adopted(company);
      return decisions.of(company, SUBJECT)
          .stream()
          .filter(matter -> matter.kind().equals(ADOPT) && WAITING.contains(matter.state()))
          .flatMap(matter -> rows.proposed(company, matter.contentHash())
              .filter(yaml -> decided(company, yaml).equals(matter.contentHash()))
              .map(yaml -> proposal(matter, yaml, present))
              .stream())
          .toList();
    });
  }

  private static Proposal proposal(Matter matter, String yaml, Optional<Adopted> present) {
    Inventory fresh = InventoryFile.parse(yaml);
    return new Proposal(matter, yaml, fresh,
        present.map(old -> Change.between(old.inventory(), fresh)).orElseGet(() -> Change.first(fresh)));
  }

  /** The versions that were put in force, the newest first, at most 100. */
  public List<Adopted> history(CompanyId company) {
    return storage.in(company,
        () -> rows.all(company, MOST_SHOWN)
            .stream()
            .map(row -> adopted(row, inventory(company, row)))
            .toList());
  }

  /** The version of this number; empty when there is none. */
  public Optional<Adopted> version(CompanyId company, int number) {
    return storage.in(company,
        () -> rows.row(company, number).map(row -> adopted(row, inventory(company, row))));
  }

  /** The exact text of a version; empty when there is none of this number. */
  public Optional<String> text(CompanyId company, int number) {
    return storage.in(company, () -> rows.find(company, number));
  }

  /** Whether the account may propose, approve and put in force. */
  public boolean mayChange(Account account) {
    return Stream.of(APPROVERS).anyMatch(role -> access.holds(account, role));
  }

  /**
   * Puts this text in force, as it was approved, with its ledger line, in the present transaction or one of its own. The
   * text that is in force already is left as it is, and the decision used up.
   *
   * @throws InventoryRefused when the text cannot be an inventory
   * @throws IllegalStateException when nobody else approved exactly this text, or another version came in between
   */
  public Adopted adopt(CompanyId company, String yaml, MatterId matter, Account by) {
    access.require(company, by, APPROVERS);
    Inventory inventory = InventoryFile.parse(yaml);
    String sha256 = sha256(yaml);
    return storage.in(company, () -> {
      storage.lock(company, "inventory");
      Optional<VersionRows.Row> present = rows.newest(company);
      Optional<Matter> decision = decisions.carryOut(company, matter, ADOPT, SUBJECT, decided(present, yaml));
      if (present.filter(row -> row.sha256().equals(sha256)).isPresent()) {
        return adopted(present.get(), inventory);
      }
      Matter approved = decision
          .orElseThrow(() -> new IllegalStateException("nobody else has approved this text"));
      VersionRows.Row row = new VersionRows.Row(present.map(VersionRows.Row::number).orElse(0) + 1, sha256,
          clock.instant(), by.who(), approved.votes().stream().map(vote -> vote.by().toString()).toList());
      rows.add(company, row, inventory.version(), yaml);
      ledger.write(company,
          ledger.line(by.who(), Act.INVENTORY_ADOPTED)
              .byDecision(matter.toString())
              .with(details(row, inventory)));
      return adopted(row, inventory);
    });
  }

  /** The inventory in force. */
  public Inventory current(CompanyId company) {
    return adopted(company).map(Adopted::inventory).orElseThrow(NoInventory::new);
  }

  /** The version in force, with who adopted it and when. */
  public Optional<Adopted> adopted(CompanyId company) {
    return storage.in(company, () -> rows.newest(company).map(row -> adopted(row, inventory(company, row))));
  }

  private Inventory inventory(CompanyId company, VersionRows.Row row) {
    Inventory known = parsed.get(row.sha256());
    if (known != null) {
      return known;
    }
    Inventory inventory = InventoryFile.parse(rows.yaml(company, row.number()));
    if (parsed.size() >= MOST_PARSED) {
      parsed.clear();
    }
    parsed.put(row.sha256(), inventory);
    return inventory;
  }

  private static Adopted adopted(VersionRows.Row row, Inventory inventory) {
    return new Adopted(row.number(), row.sha256(), inventory, row.at(), row.by(), row.approvers());
  }

  private static Json.Object details(VersionRows.Row row, Inventory inventory) {
    return Json.object()
        .with("number", row.number())
        .with("sha256", row.sha256())
        .with("fields", inventory.fields().size())
        .with("approvers", Json.array(row.approvers().stream().map(Json::text).toList()));
  }

  /** Hex SHA-256 of the text. */
  public static String sha256(String text) {
    return Sha256.hex(text);
  }
}
