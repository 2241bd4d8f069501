package io.safehand.server.start;

import io.safehand.server.SafehandServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server that can be stopped and started again in a test: a data folder, roots, a house and a database of its own,
 * which know nothing of any other server.
 */
public final class TestServer implements OpenDoors, AutoCloseable {
  private final Path data = TestCluster.folder("server");
  private final DatabaseAddress database = TestCluster.fresh();
  private final WebApplicationType type;
  private final String[] settings;
  private ConfigurableApplicationContext running;

  public TestServer() {
    this(WebApplicationType.NONE);
  }

  private TestServer(WebApplicationType type, String... settings) {
    this.type = type;
    this.settings = settings;
    running = start();
  }

  /** One with pages, on a free port, and with more settings. */
  public static TestServer withPages(String... settings) {
    return new TestServer(WebApplicationType.SERVLET, settings);
  }

  public int port() {
    return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private ConfigurableApplicationContext start() {
    Stream<String> own = Stream.of("server.port=0", "safehand.clock=settable",
        "safehand.clock-start=2026-01-05T01:00:00Z", "safehand.unseal.mode=S0", "safehand.data=" + data,
        "safehand.database.url=" + database.url(), "safehand.database.user=" + database.user(),
        "safehand.database.password=" + database.password());
    return new SpringApplicationBuilder(SafehandServer.class).web(type)
        .run(Stream.concat(own, Stream.of(settings)).map(each -> "--" + each).toArray(String[]::new));
  }

  /** One of the modules' doors in the process that runs now. */
  @Override
  public <T> T door(Class<T> type) {
    return running.getBean(type);
  }

  public void restart() {
    running.close();
    running = start();
  }

  public Path data() {
    return data;
  }

  @Override
  public void close() {
    running.close();
  }
}
