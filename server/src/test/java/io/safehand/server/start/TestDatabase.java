package io.safehand.server.start;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * For tests of one module without the application: a constructor or method may ask for a {@link DataSource}, connected
 * as the application is, to a database that its class has for itself.
 */
public final class TestDatabase implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == DataSource.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> of = test.getRequiredTestClass();
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(TestDatabase.class, of))
        .computeIfAbsent(of, first -> new Pool(StartConfiguration.pool(TestCluster.fresh(), 8)), Pool.class)
        .source();
  }

  private record Pool(HikariDataSource source) implements AutoCloseable {
    @Override
    public void close() {
      source.close();
    }
  }
}
