package io.safehand.core.vault.root;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.tree.TreeName;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What hangs on a root: one key tree of a company, erased with every destruction; the house, which outlives companies;
 * the receiving key of one deal or the key of one upload, which a slot holds in place of a root.
 *
 * @param company zeros for the house
 * @param part the tree, the deal or the upload; zeros for the house
 */
public record RootOwner(Kind kind, UUID company, UUID part) {
  static final int BYTES = 33;
  private static final UUID NONE = new UUID(0, 0);

  /** The number of each kind stands in the slot. */
  public enum Kind {
    TREE(1), HOUSE(2), RECEIVING_KEY(3), UPLOAD_KEY(4);

    private final byte number;

    Kind(int number) {
      this.number = (byte) number;
    }

    private static Kind ofNumber(byte number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw new FormatRefused("unknown owner of a root");
    }
  }

  public RootOwner {
    if (kind == Kind.HOUSE && !(company.equals(NONE) && part.equals(NONE))) {
      throw new FormatRefused("the house is no company");
    }
  }

  public static RootOwner house() {
    return new RootOwner(Kind.HOUSE, NONE, NONE);
  }

  public static RootOwner of(TreeName tree) {
    return new RootOwner(Kind.TREE, tree.company().value(), tree.tree().value());
  }

  public static RootOwner receivingKey(CompanyId buyer, UUID deal) {
    return new RootOwner(Kind.RECEIVING_KEY, buyer.value(), deal);
  }

  public static RootOwner uploadKey(CompanyId company, UUID upload) {
    return new RootOwner(Kind.UPLOAD_KEY, company.value(), upload);
  }

  static RootOwner read(ByteBuffer from) {
    return new RootOwner(Kind.ofNumber(from.get()), uuid(from), uuid(from));
  }

  void write(ByteBuffer to) {
    to.put(kind.number);
    put(company, to);
    put(part, to);
  }

  private static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  private static void put(UUID id, ByteBuffer to) {
    to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
