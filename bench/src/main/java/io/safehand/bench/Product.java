package io.safehand.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.safehand.server.SafehandServer;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server in this process, on a fresh data folder with its own embedded database, reached by its doors and its port. */
final class Product implements AutoCloseable {
  /** As in a demonstration the companies are founded here: no link of a first start is given out. */
  private static final String FOUNDS_ITSELF = "--safehand.demo.deal=";

  private final ConfigurableApplicationContext server;
  private final Path data;

  private Product(ConfigurableApplicationContext server, Path data) {
    this.server = server;
    this.data = data;
  }

  static Product start(Path folder) {
    SpringApplication application = new SpringApplication(SafehandServer.class);
    Path data = folder.resolve("data");
    return new Product(application.run("--safehand.data=" + data, "--safehand.unseal.mode=S0",
        "--safehand.database.connections=24", "--safehand.mail.inside=true", "--server.port=0",
        FOUNDS_ITSELF), data);
  }

  <T> T door(Class<T> door) {
    return server.getBean(door);
  }

  int port() {
    return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  Path data() {
    return data;
  }

  Peers peers() {
    HikariDataSource pool = door(HikariDataSource.class);
    return new Peers(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
  }

  @Override
  public void close() {
    server.close();
  }
}
