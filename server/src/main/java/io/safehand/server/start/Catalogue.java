package io.safehand.server.start;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a copy of the database holds beside the rows: the version of every module's schema, its tables, the parts and
 * indexes that were made while it ran, and where its sequences stand. Names are checked when it is read, because they
 * become statements.
 */
record Catalogue(Map<String, String> modules, List<Line> tables, List<Line> parts, List<Line> indexes,
    List<Line> sequences) {
  private static final int FORMAT = 1;
  private static final String NAME = "[a-z][a-z0-9_]{0,62}";
  private static final String VALUE = "[a-z0-9_.-]{1,63}";
  private static final String MODULES = """
      select n.nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid and c.relname = 'migration'
       order by 1
      """;
  private static final String VERSION = """
      select version from %s.migration where success and version is not null order by installed_rank desc limit 1
      """;
  private static final String TABLES = """
      select n.nspname, c.relname, a.attname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where c.relkind = 'r' and c.relname <> 'migration' and n.nspname in (%s) order by 1, 2, a.attnum
      """;
  private static final String PARTS = """
      select n.nspname, c.relname, p.relname,
             substring(pg_get_expr(c.relpartbound, c.oid) from '^FOR VALUES IN \\(''([0-9a-f-]{36})''\\)$')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
       where c.relispartition and c.relkind = 'r' and n.nspname in (%s) order by 1, 2
      """;
  private static final String INDEXES = """
      select n.nspname, t.relname, c.relname, a.attname
        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
        join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = c.oid
       where t.relispartition and not c.relispartition and n.nspname in (%s) order by 1, 2, 3, a.attnum
      """;
  private static final String SEQUENCES = """
      select schemaname, sequencename, last_value from pg_sequences
       where last_value is not null and schemaname in (%s) order by 1, 2
      """;

  /** Names in the order of the query: schema, relation, and what belongs to it. */
  record Line(List<String> words) {
    String word(int place) {
      return words.get(place);
    }

    List<String> from(int place) {
      return words.subList(place, words.size());
    }

    Path file(Path folder) {
      return folder.resolve(word(0) + "." + word(1) + ".copy");
    }
  }

  /** Within the transaction that the rows are read in. */
  static Catalogue of(Statement statement) throws SQLException {
    Map<String, String> modules = new LinkedHashMap<>();
    for (Line module : lines(statement, MODULES)) {
      String name = module.word(0);
      modules.put(name, lines(statement, VERSION.formatted(name)).getFirst().word(0));
    }
    String within = "'" + String.join("', '", modules.keySet()) + "'";
    return new Catalogue(modules, joined(lines(statement, TABLES.formatted(within)), 2),
        lines(statement, PARTS.formatted(within)), joined(lines(statement, INDEXES.formatted(within)), 3),
        lines(statement, SEQUENCES.formatted(within)));
  }

  /** Lines that begin with the same words become one. */
  private static List<Line> joined(List<Line> lines, int same) {
    Map<List<String>, List<String>> joined = new LinkedHashMap<>();
    for (Line line : lines) {
      joined.computeIfAbsent(line.words().subList(0, same), each -> new ArrayList<>())
          .addAll(line.from(same));
    }
    return joined.entrySet()
        .stream()
        .map(each -> new Line(Stream.concat(each.getKey().stream(), each.getValue().stream()).toList()))
        .toList();
  }

  private static List<Line> lines(Statement statement, String query) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> words = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          words.add(String.valueOf(result.getString(column)));
        }
        lines.add(new Line(words));
      }
    }
    return lines;
  }

  Json.Object json() {
    Json.Object versions = Json.object();
    for (Map.Entry<String, String> module : modules.entrySet()) {
      versions = versions.with(module.getKey(), module.getValue());
    }
    return Json.object()
        .with("format", FORMAT)
        .with("modules", versions)
        .with("tables", json(tables))
        .with("parts", json(parts))
        .with("indexes", json(indexes))
        .with("sequences", json(sequences));
  }

  private static List<Json> json(List<Line> lines) {
    return lines.stream()
        .<Json>map(line -> Json.array(line.words().stream().map(Json::text).toList()))
        .toList();
  }

  /** @throws JsonRefused for another format, and for a name that is none */
  static Catalogue read(Json.Object json) {
    if (json.number("format") != FORMAT) {
      throw new JsonRefused("another format of a database copy");
    }
    Map<String, String> modules = new LinkedHashMap<>();
    json.object("modules").members().forEach((name, version) -> {
      check(List.of(name), NAME);
      modules.put(name, check(List.of(version.asText()), VALUE).getFirst());
    });
    return new Catalogue(modules, lines(json, "tables"), lines(json, "parts"), lines(json, "indexes"),
        lines(json, "sequences"));
  }

  private static List<Line> lines(Json.Object json, String name) {
    return json.array(name).items().stream().map(item -> {
      List<String> words = ((Json.Array) item).texts();
      check(words.subList(0, 2), NAME);
      return new Line(check(words, VALUE));
    }).toList();
  }

  private static List<String> check(List<String> words, String pattern) {
    if (!words.stream().allMatch(word -> word.matches(pattern))) {
      throw new JsonRefused("a name in a database copy is none");
    }
    return words;
  }
}
