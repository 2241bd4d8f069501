package io.safehand.stolen;

import io.safehand.server.start.DatabaseAddress;
import io.safehand.server.start.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What lies sealed in copies of a data folder: the rows of its database, and every page its tree logs ever took in. */
final class Loot {
  private static final int PAGE = 1;
  private static final int LOG_HEADER = 41;

  /** One search tag of a person, as it was stored in some copy. */
  record Tag(UUID person, long value) {}

  final Set<StolenPage> pages = new LinkedHashSet<>();
  final Set<StolenRecord> records = new LinkedHashSet<>();
  final Set<Tag> tags = new LinkedHashSet<>();

  /** Adds what a copy holds; its database is started on the copied files. */
  Loot with(Path data) throws IOException, SQLException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "safehand");
    try (EmbeddedPostgres database = EmbeddedPostgres.start(data.resolve("postgresql"), cache)) {
      DatabaseAddress at = database.address();
      try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
          Statement statement = connection.createStatement()) {
        rows(statement);
      }
    }
    try (Stream<Path> files = Files.walk(data.resolve("second/trees"))) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        logged(ByteBuffer.wrap(Files.readAllBytes(log)));
      }
    }
    return this;
  }

  private void rows(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(
        "select company_id, tree_id, level, number, suite, page_key, version, sealed from keys.page")) {
      while (row.next()) {
        pages.add(StolenPage.of(uuid(row, 1), uuid(row, 2), row.getInt(3), row.getInt(4), row.getInt(5),
            row.getBytes(6), row.getLong(7), row.getBytes(8)));
      }
    }
    try (ResultSet row = statement
        .executeQuery("select person_id, record_id, key_id, sealed from records.record")) {
      while (row.next()) {
        records.add(
            new StolenRecord(uuid(row, 1), uuid(row, 2), uuid(row, 3), ByteBuffer.wrap(row.getBytes(4))));
      }
    }
    try (ResultSet row = statement.executeQuery("select person_id, tag from records.tag")) {
      while (row.next()) {
        tags.add(new Tag(uuid(row, 1), row.getLong(2)));
      }
    }
  }

  private static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private void logged(ByteBuffer log) {
    UUID company = Tools.uuid(log.position(5));
    UUID tree = Tools.uuid(log);
    log.position(LOG_HEADER);
    while (log.remaining() > 4) {
      ByteBuffer record = log.slice(log.position() + 4, log.getInt());
      if (record.get() == PAGE) {
        int level = record.get();
        int number = record.getInt();
        int suite = record.get();
        byte[] key = Tools.bytes(Tools.uuid(record));
        long version = record.getLong();
        byte[] sealed = new byte[record.remaining()];
        record.get(sealed);
        pages.add(StolenPage.of(company, tree, level, number, suite, key, version, sealed));
      }
      log.position(log.position() + record.capacity() + 4);
    }
  }

  /** The root slots that lie in a copy, those of the house too, opened with the key file beside them. */
  static List<byte[]> roots(Path data) throws IOException {
    byte[] unseal = HexFormat.of().parseHex(Files.readAllLines(data.resolve("unseal.key")).get(1));
    byte[] key = Tools.expand(unseal, Tools.ascii("safehand unseal seal 1"));
    try (Stream<Path> files = Files.list(data.resolve("roots"))) {
      return files.filter(file -> file.toString().endsWith(".root")).map(file -> root(file, key)).toList();
    }
  }

  private static byte[] root(Path file, byte[] key) {
    try {
      byte[] slot = Files.readAllBytes(file);
      byte[] context = Arrays.copyOf(slot, 116);
      return Tools.open(key, context, Arrays.copyOfRange(slot, 116, 176)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
