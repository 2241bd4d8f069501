package io.safehand.core.vault.root;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Two listed folders, a key file and a cheap passphrase. */
final class SlotsFixture {
  static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  final Randomness randomness = new Randomness(new SecureRandom());
  final RootOwner owner = RootOwner
      .of(new TreeName(new CompanyId(UUID.randomUUID()), new TreeId(UUID.randomUUID())));
  final Path first;
  final Path second;
  final UnsealSecret keyFile;
  final RootSlots slots;

  SlotsFixture(Path folder) {
    this.first = made(folder.resolve("first"));
    this.second = made(folder.resolve("second"));
    this.keyFile = KeyFile.create(folder.resolve("unseal.key"), randomness);
    this.slots = slots(keyFile);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> both() {
    return List.of(first, second);
  }

  ListedFolders folders() {
    return new ListedFolders(both());
  }

  ListedFolders folders(Disk disk) {
    return new ListedFolders(both(), disk);
  }

  RootSlots slots(UnsealSecret secret) {
    return new RootSlots(folders(), secret, Suite.AES_256_GCM, randomness);
  }

  RootSlots slots(Disk disk) {
    return new RootSlots(folders(disk), keyFile, Suite.AES_256_GCM, randomness);
  }

  RootSlots slots(Suite suite) {
    return new RootSlots(folders(), keyFile, suite, randomness);
  }

  Passphrase passphrase(String text) {
    return new Passphrase(text.toCharArray(), CHEAP);
  }

  static Path file(Path folder, RootId id) {
    return folder.resolve(id + ".root");
  }

  static ByteBuffer bytes(RootKey root) {
    ByteBuffer to = ByteBuffer.allocate(32);
    root.write(to);
    return to.flip();
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
