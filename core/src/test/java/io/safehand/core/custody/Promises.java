package io.safehand.core.custody;

import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.RootId;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the workload was told is done, kept outside of everything that can fail. */
final class Promises {
  /** What was acknowledged about one person; a promise that is under way binds neither way. */
  enum Fate {
    UNDER_WAY, PRESENT, ERASED
  }

  private static final int SIGNING = 64;
  private static final int HOUSE = 192;
  private static final int PEOPLE = 256;
  private static final int PERSON = 64;
  private static final int MOST = 500;
  private final MappedByteBuffer memory;

  Promises(Path file) {
    memory = MappedFile.open(file, PEOPLE + MOST * PERSON);
  }

  /** A count that only grows: lines, notes, secrets, packages, operations. */
  enum Count {
    LINES, NOTED, SECRET, PACKAGED, DONE, FAULTS, LOST
  }

  int of(Count count) {
    return memory.getInt(4 * count.ordinal());
  }

  void set(Count count, int value) {
    memory.putInt(4 * count.ordinal(), value);
  }

  void add(Count count) {
    set(count, of(count) + 1);
  }

  /** The house's signing keys, drawn at the first call. */
  SigningKeys signing(String name, SecureRandom random) {
    byte[] secret = new byte[SigningKeys.SECRET_BYTES];
    memory.get(SIGNING, secret);
    if (secret[0] == 0) {
      SigningKeys drawn = SigningKeys.generate(name, random);
      memory.put(SIGNING, drawn.secret());
      return drawn;
    }
    return SigningKeys.open(name, secret, random);
  }

  /** The root of the house, as its row in the database names it. */
  Optional<RootId> house() {
    return memory.get(HOUSE) == 0
        ? Optional.empty()
        : Optional.of(RootId.read(memory.slice(HOUSE + 1, RootId.BYTES)));
  }

  void house(RootId root) {
    root.write(memory.slice(HOUSE + 1, RootId.BYTES));
    memory.put(HOUSE, (byte) 1);
  }

  /** Notes people whose keys are about to be put into this slot and those behind it. */
  List<Integer> announce(int tree, int firstSlot, List<KeyEntry> entries) {
    List<Integer> numbers = new ArrayList<>();
    for (KeyEntry entry : entries) {
      int number = memory.getInt(PEOPLE - 4);
      ByteBuffer to = person(number);
      to.put((byte) Fate.UNDER_WAY.ordinal()).put((byte) tree).putInt(firstSlot + numbers.size());
      entry.person().write(to);
      entry.keyId().write(to);
      memory.putInt(PEOPLE - 4, number + 1);
      numbers.add(number);
    }
    return numbers;
  }

  void become(List<Integer> people, Fate fate) {
    people.forEach(number -> memory.put(PEOPLE + number * PERSON, (byte) fate.ordinal()));
  }

  int people() {
    return memory.getInt(PEOPLE - 4);
  }

  Fate fate(int number) {
    return Fate.values()[memory.get(PEOPLE + number * PERSON)];
  }

  int tree(int number) {
    return memory.get(PEOPLE + number * PERSON + 1);
  }

  KeyPlace place(int number) {
    ByteBuffer from = person(number).position(2);
    return new KeyPlace(from.getInt(), PersonId.read(from), KeyId.read(from));
  }

  private ByteBuffer person(int number) {
    return memory.slice(PEOPLE + number * PERSON, PERSON);
  }
}
