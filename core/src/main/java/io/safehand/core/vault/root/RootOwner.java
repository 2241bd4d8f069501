package io.safehand.core.vault.root;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What hangs on a root: one key tree of a company, erased with every destruction; or the house, which outlives companies.
 *
 * @param tree empty for the house
 */
public record RootOwner(Optional<TreeName> tree) {
  static final int BYTES = 33;
  private static final byte TREE = 1;
  private static final byte HOUSE = 2;

  public static RootOwner house() {
    return new RootOwner(Optional.empty());
  }

  public static RootOwner of(TreeName tree) {
    return new RootOwner(Optional.of(tree));
  }

  static RootOwner read(ByteBuffer from) {
    int kind = from.get();
    UUID company = new UUID(from.getLong(), from.getLong());
    UUID tree = new UUID(from.getLong(), from.getLong());
    UUID none = new UUID(0, 0);
    if (kind == TREE) {
      return of(new TreeName(new CompanyId(company), new TreeId(tree)));
    }
    if (kind != HOUSE || !company.equals(none) || !tree.equals(none)) {
      throw new FormatRefused("unknown owner of a root");
    }
    return house();
  }

  void write(ByteBuffer to) {
    to.put(tree.isPresent() ? TREE : HOUSE);
    put(tree.map(name -> name.company().value()), to);
    put(tree.map(name -> name.tree().value()), to);
  }

  private static void put(Optional<UUID> id, ByteBuffer to) {
    UUID value = id.orElse(new UUID(0, 0));
    to.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
  }
}
