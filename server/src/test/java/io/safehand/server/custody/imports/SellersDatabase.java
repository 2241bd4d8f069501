package io.safehand.server.custody.imports;

import io.safehand.server.custody.imports.tables.Dialect;
import io.safehand.server.custody.imports.tables.TableSource;
import io.safehand.server.start.DatabaseAddress;
import io.safehand.server.start.EmbeddedPostgres;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second real server: a shop whose customers are spread over customer, address and city. */
final class SellersDatabase implements AutoCloseable {
  static final String QUERY = """
      select c.customer_id, c.first_name || c.last_name as full_name, c.phone as "手机号码",
             city.name || a.street as home, c.created_on as joined
        from customer c join address a on a.address_id = c.address_id
        join city on city.city_id = a.city_id
      """;
  private static final String SCHEMA = """
      create table city (city_id integer primary key, name text not null);
      create table address (address_id integer primary key, street text not null, city_id integer not null references city);
      create table customer (customer_id bigint primary key, first_name text not null, last_name text not null,
        phone bigint, address_id integer not null references address, created_on timestamp not null);
      insert into city select n, (array['浙江省杭州市', '福建省福州市', '江苏省苏州市'])[n] from generate_series(1, 3) n;
      insert into address select n, '茶园路' || n || '号', 1 + n % 3 from generate_series(1, 500) n;
      create function noted(bigint) returns bigint language plpgsql as
        $$ begin insert into city values ($1 + 1000, 'x'); return $1; end $$;
      """;
  private final EmbeddedPostgres server;
  private final DatabaseAddress address;

  private SellersDatabase(EmbeddedPostgres server) throws IOException {
    this.server = server;
    this.address = server.address();
  }

  static SellersDatabase start() throws IOException, SQLException {
    SellersDatabase seller = new SellersDatabase(EmbeddedPostgres.start(TestCluster.folder("seller"),
        Path.of(System.getProperty("user.home"), ".cache", "safehand")));
    seller.run(SCHEMA);
    return seller;
  }

  /** People with these numbers. */
  void fill(long from, long to) throws SQLException {
    run("""
        insert into customer select n, (array['王', '李', '张', '陈'])[1 + n %% 4], (array['小明', '国强', '丽华'])[1 + n %% 3],
          13800000000 + n, 1 + n %% 500, timestamp '2025-03-01' from generate_series(%d, %d) n
        """
        .formatted(from, to));
  }

  void run(String statement) throws SQLException {
    try (Connection connection = connect(); Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  long count(String table) throws SQLException {
    try (Connection connection = connect();
        Statement run = connection.createStatement();
        ResultSet row = run.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  TableSource source(String query) {
    Matcher parts = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)").matcher(address.url());
    if (!parts.find()) {
      throw new IllegalStateException("an address without host, port or name");
    }
    return new TableSource(Dialect.POSTGRESQL, parts.group(1), Integer.parseInt(parts.group(2)),
        parts.group(3), TableSource.Tls.OFF, address.user(), query, "customer_id");
  }

  char[] password() {
    return address.password().toCharArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
