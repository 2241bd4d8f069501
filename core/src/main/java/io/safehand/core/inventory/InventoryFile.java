package io.safehand.core.inventory;

import io.safehand.core.person.Category;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads an inventory from YAML 1.2; docs/formats/inventory.md describes the file.
 *
 * <p>Refuses unknown members, unknown codes, a format it does not know and files past 1 MiB, each with
 * one line that names the place.
 */
public final class InventoryFile {
  public static final long FORMAT = 1;
  private static final int MOST_BYTES = 1 << 20;

  private InventoryFile() {}

  public static Inventory parse(String yaml) {
    if (yaml.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new InventoryRefused(InventoryRefused.Why.TOO_LARGE);
    }
    try {
      LoadSettings settings = LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(0)
          .build();
      Object document = new Load(settings).loadFromString(yaml);
      return inventory(Section.of("the inventory", document));
    } catch (YamlEngineException notYaml) {
      throw new InventoryRefused(InventoryRefused.Why.NOT_YAML,
          firstLine(String.valueOf(notYaml.getMessage())));
    } catch (InventoryRefused refused) {
      throw refused;
    } catch (IllegalArgumentException wrongName) {
      throw new InventoryRefused(InventoryRefused.Why.WRONG_NAME, String.valueOf(wrongName.getMessage()));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static Inventory inventory(Section top) {
    top.only("format", "version", "purposes", "fields", "consents", "keep", "activity", "kind");
    if (top.number("format") != FORMAT) {
      throw new InventoryRefused(InventoryRefused.Why.FORMAT);
    }
    return new Inventory(top.text("version"),
        top.sections("purposes").stream().map(InventoryFile::purpose).toList(),
        top.sections("fields").stream().map(InventoryFile::field).toList(),
        top.sections("consents").stream().map(InventoryFile::consent).toList(),
        top.sections("keep").stream().map(InventoryFile::keep).toList(),
        top.find("activity").map(FieldName::new), top.find("kind"));
  }

  private static PurposeRule purpose(Section from) {
    from.only("purpose", "zh", "en", "travels", "opens");
    Map<Audience, Form> opens = new TreeMap<>();
    from.section("opens")
        .texts()
        .forEach((audience, form) -> opens.put(
            Audience.ofCode(audience).orElseThrow(() -> from.unknown("audience", audience)),
            code(Form.class, form, from)));
    return new PurposeRule(new Purpose(from.text("purpose")), from.text("zh"), from.text("en"),
        from.flag("travels"), opens);
  }

  private static FieldRule field(Section from) {
    from.only("field", "column", "category", "sensitivity", "group", "purposes", "basis", "retention",
        "required", "identity", "searchable");
    Set<Purpose> purposes = new LinkedHashSet<>();
    from.list("purposes").forEach(purpose -> purposes.add(new Purpose(purpose)));
    boolean identity = from.flag("identity");
    return new FieldRule(new FieldName(from.text("field")),
        from.find("column").orElseGet(() -> from.text("field")),
        Category.ofCode(from.text("category"))
            .orElseThrow(() -> from.unknown("category", from.text("category"))),
        code(Sensitivity.class, from.find("sensitivity").orElse("general"), from),
        new GroupName(from.text("group")), purposes, code(Basis.class, from.text("basis"), from),
        from.period("retention"), identity || from.flag("required"), identity, from.flag("searchable"));
  }

  private static ConsentColumn consent(Section from) {
    from.only("column", "purpose", "given", "refused");
    return new ConsentColumn(from.text("column"), new Purpose(from.text("purpose")),
        new LinkedHashSet<>(from.list("given")), new LinkedHashSet<>(from.list("refused")));
  }

  private static KeepRule keep(Section from) {
    from.only("rule", "when", "from", "after_year_end", "period", "groups", "source");
    Set<GroupName> groups = new LinkedHashSet<>();
    from.list("groups").forEach(group -> groups.add(new GroupName(group)));
    return new KeepRule(from.text("rule"), new FieldName(from.text("when")), new FieldName(from.text("from")),
        from.flag("after_year_end"), from.period("period"), groups, from.text("source"));
  }

  private static <E extends Enum<E>> E code(Class<E> type, String code, Section from) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(code)) {
        return value;
      }
    }
    throw from.unknown(type.getSimpleName().toLowerCase(java.util.Locale.ROOT), code);
  }

  /**
   * A mapping of the file.
   *
   * @param place where it stands, for messages
   * @param names of all members, also of those without a value
   * @param members those with a value
   */
  private record Section(String place, Set<String> names, Map<String, Object> members) {
    static Section of(String place, Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new InventoryRefused(InventoryRefused.Why.MAPPING, place);
      }
      Set<String> names = new TreeSet<>();
      Map<String, Object> members = new TreeMap<>();
      map.forEach((key, member) -> {
        names.add(String.valueOf(key));
        if (member != null) {
          members.put(String.valueOf(key), member);
        }
      });
      return new Section(place, names, members);
    }

    void only(String... known) {
      Set<String> allowed = Set.of(known);
      names.stream().filter(name -> !allowed.contains(name)).findFirst().ifPresent(name -> {
        throw new InventoryRefused(InventoryRefused.Why.UNKNOWN_MEMBER, place, name);
      });
    }

    Optional<String> find(String name) {
      return Optional.ofNullable(members.get(name)).map(value -> {
        if (value instanceof Map || value instanceof List) {
          throw new InventoryRefused(InventoryRefused.Why.SINGLE, place, name);
        }
        return value.toString();
      });
    }

    String text(String name) {
      return find(name).orElseThrow(() -> new InventoryRefused(InventoryRefused.Why.LACKS, place, name));
    }

    long number(String name) {
      if (members.get(name) instanceof Integer number) {
        return number;
      }
      throw new InventoryRefused(InventoryRefused.Why.NUMBER, place, name);
    }

    boolean flag(String name) {
      Object value = members.getOrDefault(name, false);
      if (value instanceof Boolean flag) {
        return flag;
      }
      throw new InventoryRefused(InventoryRefused.Why.FLAG, place, name);
    }

    Period period(String name) {
      try {
        return Period.parse(text(name));
      } catch (DateTimeException notAPeriod) {
        throw new InventoryRefused(InventoryRefused.Why.PERIOD, place, name, text(name));
      }
    }

    List<String> list(String name) {
      List<String> texts = new ArrayList<>();
      for (Object value : values(name)) {
        texts.add(String.valueOf(value));
      }
      return texts;
    }

    Section section(String name) {
      return of(place + ", " + name, members.getOrDefault(name, Map.of()));
    }

    List<Section> sections(String name) {
      List<Section> sections = new ArrayList<>();
      for (Object value : values(name)) {
        sections.add(of(name + " " + (sections.size() + 1), value));
      }
      return sections;
    }

    Map<String, String> texts() {
      Map<String, String> texts = new TreeMap<>();
      names.forEach(name -> texts.put(name, text(name)));
      return texts;
    }

    InventoryRefused unknown(String what, String code) {
      return new InventoryRefused(InventoryRefused.Why.UNKNOWN_CODE, place, what, code);
    }

    private List<?> values(String name) {
      Object value = members.getOrDefault(name, List.of());
      if (value instanceof List<?> list) {
        return list;
      }
      throw new InventoryRefused(InventoryRefused.Why.LIST, place, name);
    }
  }
}
