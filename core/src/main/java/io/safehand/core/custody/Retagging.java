package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.keys.IndexKeys;
import io.safehand.core.custody.keys.OpenedKeys;
import io.safehand.core.custody.intake.Tagging;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Tags everybody who stays under a new index key and erases the old one, so that no old copy of a tag gives a value
 * of a destroyed person back by guessing.
 *
 * <p>Searches and imports go on meanwhile and find people under either key. A stopped run goes on with the new key
 * that it had begun to use. Who is kept by law only (封存) is not tagged. For one thread at a time.
 */
public final class Retagging {
  private static final int LEAVES_PER_STEP = 64;

  private final CompanyKeys keys;
  private final CustodyStore store;
  private final Shredding shredding;
  private final Inventory inventory;
  private final Set<GroupName> groups = new LinkedHashSet<>();
  private final Clock clock;
  private final SecureRandom random;
  private final Vault vault;

  public Retagging(CompanyKeys keys, CustodyStore store, Shredding shredding, Inventory inventory,
      Clock clock, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.shredding = shredding;
    this.inventory = inventory;
    this.clock = clock;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
    inventory.fields()
        .stream()
        .filter(field -> field.identity() || field.searchable())
        .map(FieldRule::group)
        .forEach(groups::add);
  }

  /** Does all of it. Copies that could not confirm the erasure keep TAGS from being DONE. */
  public Retagged retag(Errand errand, LongConsumer progress) {
    if (keys.index().epochs().size() == 1) {
      open(errand);
    }
    long epoch = keys.epoch();
    int end = store.together(custody -> custody.trees().state(keys.tree()).nextLeaf());
    long people = 0;
    for (int leaf = 0; leaf < end; leaf += LEAVES_PER_STEP) {
      people += tag(epoch, leaf, Math.min(LEAVES_PER_STEP, end - leaf));
      progress.accept(people);
    }
    Set<String> unconfirmed = new LinkedHashSet<>();
    for (long old : keys.index().epochs()) {
      if (old != epoch) {
        unconfirmed.addAll(shredding.eraseTags(old, errand));
      }
    }
    return new Retagged(people, epoch, List.copyOf(unconfirmed));
  }

  private void open(Errand errand) {
    long next = keys.epoch() + 1;
    keys.openEpoch(custody -> custody.ledger()
        .write(errand.line(LineNonce.random(random), clock.instant(), Act.EPOCH_OPENED,
            Json.object().with("epoch", next))));
  }

  /** Under the tree's lock, so that nobody is destroyed between being read and being tagged. */
  private long tag(long epoch, int firstLeaf, int leaves) {
    try (vault; IndexKeys.Index index = keys.index().newIndex()) {
      return store.together(custody -> {
        custody.trees().lock(keys.tree());
        List<SealedRecord> records = custody.records().inLeaves(firstLeaf, leaves);
        Map<PersonId, long[]> tags = HashMap.newHashMap(records.size());
        try (OpenedKeys opened = keys.inLeaves(custody, firstLeaf, leaves)) {
          for (SealedRecord record : records) {
            tags(record, opened, index).ifPresent(of -> tags.put(record.person(), of));
          }
        }
        custody.records().addTags(epoch, tags);
        return (long) tags.size();
      });
    }
  }

  private Optional<long[]> tags(SealedRecord record, OpenedKeys opened, IndexKeys.Index index) {
    Map<FieldName, PersonalText> values = new HashMap<>();
    try (PersonKey key = opened.key(record)) {
      RecordOpening.requireFacts(vault, key, record);
      if (record.facts().restricted()) {
        return Optional.empty();
      }
      groups.forEach(group -> values.putAll(RecordOpening.group(vault, key, record, group)));
    }
    return Optional.of(Tagging.tags(inventory, index.tags(), record.person(), values));
  }

  /** @param unconfirmed copies of the old root that could not be erased; empty means that TAGS is DONE */
  public record Retagged(long people, long epoch, List<String> unconfirmed) {}
}
