package io.safehand.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody does who protects nothing: the web server of the product, one servlet, one SELECT of a plaintext row by
 * its key, the row as JSON. No framework, no session, no rule, no line.
 */
final class BareServer implements AutoCloseable {
  private final HikariDataSource pool;
  private final WebServer server;

  private BareServer(HikariDataSource pool, WebServer server) {
    this.pool = pool;
    this.server = server;
  }

  static BareServer over(Peers peers, int connections) {
    HikariDataSource pool = peers.pool(connections);
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(new VirtualThreadExecutor("bare-")));
    WebServer server = factory
        .getWebServer(context -> context.addServlet("row", new Row(pool)).addMapping("/rows/*"));
    server.start();
    return new BareServer(pool, server);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.stop();
    pool.close();
  }

  private static final class Row extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient HikariDataSource pool;

    private Row(HikariDataSource pool) {
      this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      try (Connection connection = pool.getConnection();
          PreparedStatement select = connection
              .prepareStatement("select * from bench.plain where customer_no = ?")) {
        select.setString(1, request.getPathInfo().substring(1));
        try (ResultSet row = select.executeQuery()) {
          response.setContentType("application/json");
          response.getOutputStream().write(JSON.writeValueAsBytes(row.next() ? fields(row) : Map.of()));
        }
      } catch (SQLException broken) {
        throw new IOException(broken);
      }
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        fields.put(row.getMetaData().getColumnName(column), row.getString(column));
      }
      return fields;
    }
  }
}
