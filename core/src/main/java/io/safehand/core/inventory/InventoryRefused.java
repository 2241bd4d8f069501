package io.safehand.core.inventory;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An inventory that cannot be adopted: a reason with a stable code, and the places and names that it is about. */
public final class InventoryRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final Why why;
  private final transient List<String> at;

  InventoryRefused(Why why, Object... at) {
    super(why.says(at));
    this.why = why;
    this.at = Stream.of(at).map(String::valueOf).toList();
  }

  /** Why not; {@code {0}} is where, as {@code fields 3}, or the name that it is about. */
  public enum Why {
    TOO_LARGE("an inventory file holds at most 1 MiB"),
    NOT_YAML("the inventory is not YAML 1.2: {0}"),
    FORMAT("this inventory has another format than 1; a newer Safehand wrote it"),
    WRONG_NAME("{0}"),
    MAPPING("{0} must be a mapping"),
    UNKNOWN_MEMBER("{0} has an unknown member {1}"),
    SINGLE("{0}: {1} must be a single value"),
    LACKS("{0} lacks {1}"),
    NUMBER("{0}: {1} must be a whole number"),
    FLAG("{0}: {1} must be true or false"),
    PERIOD("{0}: {1} is no ISO 8601 period: {2}"),
    LIST("{0}: {1} must be a list"),
    UNKNOWN_CODE("{0} names an unknown {1}: {2}"),
    KEEPS_NOTHING("keep rule {0} keeps no group"),
    NO_PURPOSE("field {0} serves no purpose"),
    NO_RETENTION("field {0} has no retention period"),
    NOT_REQUIRED("field {0} is part of the identity key, so it must be required"),
    PLATFORM("purpose {0} is open to the platform, which only hosts"),
    FIELDS("an inventory declares 1 to {0} fields"),
    NO_IDENTITY("no field is marked identity: duplicates could not be told apart"),
    UNDECLARED("{0} names {1}, which the inventory does not declare"),
    TWICE("{0} {1} is declared twice"),
    PURPOSE_NAME("a purpose is [a-z][a-z0-9-]'{'0,30'}'");

    private final String english;

    Why(String english) {
      this.english = english;
    }

    /** Stable, such as {@code no-identity}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String says(Object... at) {
      return new MessageFormat(english, Locale.ROOT).format(at);
    }
  }

  public Why why() {
    return why;
  }

  /** The places and names of the reason, in its order. */
  public List<String> at() {
    return at == null ? List.of() : at;
  }
}
