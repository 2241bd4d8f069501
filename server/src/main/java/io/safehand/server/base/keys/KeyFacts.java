package io.safehand.server.base.keys;

import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads of each key where it lies and since when; never the key. */
@Component
final class KeyFacts {
  private static final String AES = "AES-256-GCM";

  private final Storage storage;
  private final HouseSigner signer;
  private final RootPlaces places;
  private final PageLogs logs;

  KeyFacts(Storage storage, HouseSigner signer, RootPlaces places, PageLogs logs) {
    this.storage = storage;
    this.signer = signer;
    this.places = places;
    this.logs = logs;
  }

  List<KeyFact> of(CompanyId company) {
    OpenHouse house = signer.house();
    List<KeyFact> facts = new ArrayList<>();
    facts.add(
        fact("house-root", AES, house.root().id().toString(), house.root().id() + ".root", Optional.empty()));
    facts.add(fact("house-signing", "Ed25519 + ML-DSA-65", house.signing().name(),
        "house/signing-keys.secret", Optional.empty()));
    facts.add(fact("house-texts", AES, house.signing().name(), "house/text-key.secret", Optional.empty()));
    for (TreeName tree : logs.known()) {
      if (tree.company().equals(company)) {
        storage.in(company, () -> new StoredTrees(company, storage).find(tree.tree()))
            .ifPresent(state -> facts.add(fact(tree.isOwn() ? "tree-root" : "received-root", AES,
                state.root().toString(), state.root() + ".root", Optional.of(state))));
      }
    }
    return facts;
  }

  private KeyFact fact(String kind, String algorithm, String id, String file, Optional<TreeState> tree) {
    List<Path> copies = places.paths()
        .stream()
        .map(folder -> folder.resolve(file))
        .filter(Files::isRegularFile)
        .toList();
    return new KeyFact(kind, algorithm, id, copies.stream().map(KeyFacts::written).min(Instant::compareTo),
        copies.size(), tree.map(TreeState::version).orElse(0L), tree.map(TreeState::epoch).orElse(0L));
  }

  private static Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
