package io.safehand.server.start;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The members of an object in a YAML 1.2 file that comes along or that an operator keeps; read strictly. */
public final class YamlMembers {
  private final Map<?, ?> members;

  private YamlMembers(Object what) {
    this.members = as(what, Map.class, "the whole");
  }

  /** @throws Malformed when it is no YAML, or no object with members */
  public static YamlMembers parse(String yaml) {
    try {
      return of(
          Optional.ofNullable(new Load(LoadSettings.builder().build()).loadFromString(yaml)).orElse(""));
    } catch (YamlEngineException malformed) {
      throw new Malformed("it is not YAML");
    }
  }

  static YamlMembers of(Object what) {
    return new YamlMembers(what);
  }

  /** What is wrong with a file, in a few words that quote none of it but names. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public Malformed(String reason) {
      super(reason);
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }

  /** Requires that there are these members and no other. */
  public YamlMembers only(String... names) {
    if (!members.keySet().equals(Set.of(names))) {
      throw new Malformed("the members are " + String.join(", ", names) + " and no other");
    }
    return this;
  }

  public List<String> names() {
    return members.keySet().stream().map(name -> as(name, String.class, "a name")).toList();
  }

  public String text(String name) {
    return member(name, String.class);
  }

  public int number(String name) {
    return member(name, Integer.class);
  }

  public boolean flag(String name) {
    return member(name, Boolean.class);
  }

  public List<String> texts(String name) {
    List<?> items = member(name, List.class);
    return items.stream().map(item -> as(item, String.class, name)).toList();
  }

  public YamlMembers members(String name) {
    return of(member(name, Object.class));
  }

  private <T> T member(String name, Class<T> type) {
    return as(Optional.<Object>ofNullable(members.get(name)).orElse(""), type, name);
  }

  private static <T> T as(Object what, Class<T> type, String name) {
    if (!type.isInstance(what)) {
      throw new Malformed(name + " is of another kind");
    }
    return type.cast(what);
  }
}
