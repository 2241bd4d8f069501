package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database in use: the embedded one, started and stopped with us, or an operator's own. */
final class RunningDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final @Nullable EmbeddedPostgres embedded;

  private RunningDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres embedded) {
    this.address = address;
    this.embedded = embedded;
  }

  static RunningDatabase open(Settings settings, Path data) throws IOException, SQLException {
    String url = settings.database().url();
    if (url != null) {
      return new RunningDatabase(ExistingPostgres.check(settings.database(), url), null);
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.start(data.resolve("postgresql"), settings.cacheFolder());
    return new RunningDatabase(embedded.address(), embedded);
  }

  DatabaseAddress address() {
    return address;
  }

  /** The embedded one, to be filled from a backup; an operator's own is never. */
  EmbeddedPostgres embedded() {
    return Objects.requireNonNull(embedded, "the database is the operator's own");
  }

  void whenGone(Runnable told) {
    if (embedded != null) {
      embedded.whenGone(told);
    }
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
