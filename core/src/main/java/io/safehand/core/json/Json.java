package io.safehand.core.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON value: immutable, read strictly, written canonically (RFC 8785) or for people.
 *
 * <p>Read are UTF-8 bytes of exactly one value, at most 64 levels deep, in which no object names a member twice.
 * Refused with {@link JsonRefused}: anything else, a byte order mark, bytes after the value, half of a
 * surrogate pair, a number of more than 64 characters or with an exponent beyond ±308.
 *
 * <p>Values may hold personal data, so none of them prints its content.
 */
public sealed interface Json {

  /** Reads the one value in these bytes. */
  static Json parse(byte[] utf8) {
    return new JsonReader(utf8).only();
  }

  /** An object without members. */
  static Object object() {
    return new Object(Map.of());
  }

  static Array array(Collection<? extends Json> items) {
    return new Array(List.copyOf(items));
  }

  static Text text(String value) {
    return new Text(value);
  }

  static Number number(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  static Number number(BigDecimal value) {
    return new Number(value);
  }

  /**
   * The RFC 8785 form: the same value gives the same bytes everywhere. Numbers must be whole and within
   * ±(2^53 − 1), which every reader represents exactly; others are refused with {@link JsonRefused}.
   */
  default byte[] canonical() {
    return JsonWriter.canonical(this);
  }

  /** For people: two-space indent, members in the order they were added, a newline at the end. */
  default String pretty() {
    return JsonWriter.pretty(this);
  }

  /** This value as an object, or {@link JsonRefused}. */
  default Object asObject() {
    return Expected.type(Object.class, this, "the value", "an object");
  }

  /** This value as text, or {@link JsonRefused}. */
  default String asText() {
    return Expected.type(Text.class, this, "the value", "text").value();
  }

  /** This value as a whole number of 64 bits, or {@link JsonRefused}. */
  default long asNumber() {
    return Expected.whole(this, "the value");
  }

  /** Unicode text; half a surrogate pair is refused. */
  record Text(String value) implements Json {
    public Text {
      Expected.unicode(value);
    }

    @Override
    public String toString() {
      return "Text[•••]";
    }
  }

  /** A decimal number of any size; only whole ones have a canonical form. */
  record Number(BigDecimal value) implements Json {
    @Override
    public String toString() {
      return "Number[•••]";
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Json {
    @Override
    public String toString() {
      return "Bool[•••]";
    }
  }

  /** The JSON word {@code null}. */
  record Null() implements Json {}

  /** Values in order. */
  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }

    /** Every item as text, or {@link JsonRefused}. */
    public List<String> texts() {
      return items.stream().map(Json::asText).toList();
    }

    /** Every item as an object, or {@link JsonRefused}. */
    public List<Object> objects() {
      return items.stream().map(Json::asObject).toList();
    }

    @Override
    public String toString() {
      return "Array[•••]";
    }
  }

  /**
   * Named members in the order they were added. Two objects are equal when their members are, in any order.
   *
   * <p>The readers by name refuse with {@link JsonRefused} a member that is missing or of another type.
   */
  record Object(Map<String, Json> members) implements Json {
    public Object {
      members.keySet().forEach(Expected::unicode);
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A copy in which the member has this value, in its old place or at the end. */
    public Object with(String name, Json value) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      changed.put(name, value);
      return new Object(changed);
    }

    public Object with(String name, String value) {
      return with(name, Json.text(value));
    }

    public Object with(String name, long value) {
      return with(name, Json.number(value));
    }

    public Object with(String name, boolean value) {
      return with(name, new Bool(value));
    }

    public Object with(String name, Collection<? extends Json> items) {
      return with(name, Json.array(items));
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    public Optional<Json> find(String name) {
      return Optional.ofNullable(members.get(name));
    }

    public String text(String name) {
      return Expected.type(Text.class, member(name), name, "text").value();
    }

    /** A whole number of 64 bits. */
    public long number(String name) {
      return Expected.whole(member(name), name);
    }

    public BigDecimal decimal(String name) {
      return Expected.type(Number.class, member(name), name, "a number").value();
    }

    public boolean bool(String name) {
      return Expected.type(Bool.class, member(name), name, "true or false").value();
    }

    public Array array(String name) {
      return Expected.type(Array.class, member(name), name, "an array");
    }

    public Object object(String name) {
      return Expected.type(Object.class, member(name), name, "an object");
    }

    /** This object, if it has no member besides these; it need not have all of them. */
    public Object only(String... names) {
      List<String> unknown = new ArrayList<>(members.keySet());
      unknown.removeAll(Set.of(names));
      if (!unknown.isEmpty()) {
        throw new JsonRefused("an object has a member that is not known here");
      }
      return this;
    }

    private Json member(String name) {
      Json value = members.get(name);
      if (value == null) {
        throw new JsonRefused("member " + name + " is missing");
      }
      return value;
    }

    @Override
    public String toString() {
      return "Object[•••]";
    }
  }
}
