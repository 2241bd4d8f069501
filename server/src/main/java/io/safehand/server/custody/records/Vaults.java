package io.safehand.server.custody.records;

import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.Consents;
import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The companies' vaults: sealed records under an erasable key tree each. A company has one vault for its own people
 * and, while it takes a package in, a second tree for what came in it. May be used by many threads.
 */
@Component
public final class Vaults {
  private final Storage storage;
  private final Consents consents;
  private final List<RowsAboutPeople> others;
  private final Ledger ledger;
  private final Keys keys;
  private final SecureRandom random;
  private final Map<TreeName, CompanyKeys> open = new ConcurrentHashMap<>();

  Vaults(Storage storage, Consents consents, List<RowsAboutPeople> others, Ledger ledger, Keys keys,
      SecureRandom random) {
    this.storage = storage;
    this.consents = consents;
    this.others = List.copyOf(others);
    this.ledger = ledger;
    this.keys = keys;
    this.random = random;
  }

  /** Opens the company's vault; makes an empty one at the first call. */
  public synchronized CompanyKeys of(CompanyId company) {
    TreeName own = TreeName.own(company);
    CompanyKeys known = open.get(own);
    if (known == null) {
      known = exists(own) ? reopen(own) : openCompany(own);
      open.put(own, known);
    }
    return known;
  }

  /** Where the company's sealed records, keys and lines are stored. */
  public CustodyStore store(CompanyId company) {
    return new CompanyStore(storage, consents, others, ledger, keys, company);
  }

  /** Makes the key tree that one package is taken into; refused with {@link IllegalStateException} when it is open. */
  public synchronized CompanyKeys receivedTree(CompanyId company, TreeId tree) {
    of(company);
    TreeName name = new TreeName(company, tree);
    if (open.containsKey(name)) {
      throw new IllegalStateException("this tree was made before");
    }
    CompanyKeys received = found(name);
    open.put(name, received);
    return received;
  }

  /** The key tree of a package that came before, maybe before a restart. */
  public synchronized CompanyKeys received(CompanyId company, TreeId tree) {
    return open.computeIfAbsent(new TreeName(company, tree), this::reopen);
  }

  /**
   * Destroys a tree that was received, whole or half made, with every key in it. Names the root copies that could not
   * confirm. Doing it again changes nothing.
   */
  public synchronized List<String> destroy(CompanyId company, TreeId tree) {
    TreeName name = new TreeName(company, tree);
    CompanyKeys received = open.remove(name);
    if (received != null) {
      received.close();
    }
    return CompanyKeys.destroy(tree, store(company), keys.roots(name));
  }

  /** The people held, counted while they come and go. */
  public Population population(CompanyId company) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select live, taken_in, shredded from records.population where company_id = ?")
            .param(company.value())
            .query((row, number) -> new Population(row.getLong(1), row.getLong(2), row.getLong(3)))
            .optional()
            .orElse(new Population(0, 0, 0)));
  }

  /** The people held, in the order of their ids, behind this one. */
  public List<PersonId> people(CompanyId company, Optional<PersonId> after, int most) {
    UUID from = after.map(RecordRows::uuid).orElse(new UUID(0, 0));
    return storage.in(company,
        () -> storage.jdbc()
            .sql(
                """
                    select person_id from records.record where company_id = ? and person_id > ? order by person_id limit ?
                    """)
            .params(company.value(), from, most)
            .query((row, number) -> RecordRows.person(row.getObject(1, UUID.class)))
            .list());
  }

  /** How many leaf pages of the company's own tree were taken; a stopped import leaves empty ones between full ones. */
  public int leaves(CompanyId company) {
    CompanyKeys own = of(company);
    return store(company).together(custody -> custody.trees().state(own.tree()).nextLeaf());
  }

  /** How many bytes the database holds for the company: records, tags and their indexes. */
  public long storedBytes(CompanyId company) {
    String suffix = company.toString().replace("-", "");
    return storage.in(company,
        () -> storage.jdbc()
            .sql(
                """
                    select coalesce(pg_total_relation_size(to_regclass(?)), 0) + coalesce(pg_total_relation_size(to_regclass(?)), 0)
                    """)
            .params("records.record_" + suffix, "records.tag_" + suffix)
            .query(Long.class)
            .single());
  }

  /** Builds the search index of a company whose first large import is over. */
  public void indexTags(CompanyId company) {
    storage.run(company,
        () -> storage.asOwner(() -> storage.jdbc()
            .sql("select records.index_tags(?)")
            .param(company.value())
            .query()
            .listOfRows()));
  }

  boolean areTagsIndexed(CompanyId company) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select records.are_tags_indexed(?)")
            .param(company.value())
            .query(Boolean.class)
            .single());
  }

  /** Each step may have been done by a server that stopped behind it. */
  private CompanyKeys openCompany(TreeName name) {
    CompanyId company = name.company();
    storage.run(company,
        () -> storage.asOwner(() -> storage.jdbc()
            .sql("select records.open_company(?)")
            .param(company.value())
            .query()
            .listOfRows()));
    boolean planted = store(company).together(custody -> custody.trees().find(name.tree())).isPresent();
    CompanyKeys made = planted ? reopen(name) : found(name);
    storage.run(company, () -> storage.jdbc().sql("""
        insert into records.population (company_id, live, taken_in, shredded) values (?, 0, 0, 0)
        """).param(company.value()).update());
    return made;
  }

  private CompanyKeys found(TreeName name) {
    return CompanyKeys.create(name, store(name.company()), keys.roots(name), keys.log(name),
        Suite.AES_256_GCM, random);
  }

  private CompanyKeys reopen(TreeName name) {
    return CompanyKeys.open(name, store(name.company()), keys.roots(name), keys.log(name), Suite.AES_256_GCM,
        random);
  }

  private boolean exists(TreeName name) {
    return storage.in(name.company(),
        () -> storage.jdbc()
            .sql("select 1 from records.population where company_id = ?")
            .param(name.company().value())
            .query(Integer.class)
            .optional()
            .isPresent());
  }

  @PreDestroy
  void close() {
    open.values().forEach(CompanyKeys::close);
  }

  /** How many people are held now, were ever taken in, and were shredded. */
  public record Population(long live, long takenIn, long shredded) {}
}
