package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/**
 * Data that an older PostgreSQL made: its own programs, which the program version that made it left in the cache, give out
 * every row, and a new cluster takes them in. The old one is set aside until the new one has all of them, and put back
 * after a stop in between; then it is removed.
 */
record ClusterUpgrade(Cluster cluster, Path cache) {

  /** Before the cluster is made: finishes or undoes what was stopped, and sets an older cluster aside. */
  void begin() throws IOException, SQLException {
    remove("cluster.done");
    if (Files.exists(older())) {
      putBack();
    }
    if (Files.exists(cluster.data()) && cluster.major() < Distribution.MAJOR) {
      giveOut();
      Files.copy(password(), kept(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(cluster.data(), older(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** When the new cluster runs. Once it has every row the old one is no more. */
  void finish(EmbeddedPostgres database) throws IOException, SQLException {
    if (!Files.exists(older())) {
      return;
    }
    new TableCopies(database.address()).read(rows(), database.loader());
    Files.move(older(), cluster.folder().resolve("cluster.done"), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(kept());
    remove("rows");
    remove("cluster.done");
  }

  private void giveOut() throws IOException, SQLException {
    int major = cluster.major();
    Distribution programs = Distribution.older(cache, major)
        .orElseThrow(() -> new CannotStart(ExitCode.CONFIGURATION, "database.version", cluster.data(),
            String.valueOf(major), String.valueOf(Distribution.MAJOR), cache));
    Cluster old = new Cluster(cluster.folder(), programs, cluster.runAs());
    old.stopOrphan();
    try (EmbeddedPostgres running = EmbeddedPostgres.launch(old)) {
      remove("rows");
      Files.createDirectory(rows());
      new TableCopies(running.address()).write(rows());
    }
  }

  private void putBack() throws IOException {
    cluster.stopOrphan();
    remove("cluster");
    Files.copy(kept(), password(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(older(), cluster.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void remove(String name) throws IOException {
    Command.of(List.of(), "rm", "-rf", cluster.folder().resolve(name).toString()).run();
  }

  private Path older() {
    return cluster.folder().resolve("cluster.older");
  }

  private Path rows() {
    return cluster.folder().resolve("rows");
  }

  private Path password() {
    return cluster.folder().resolve("password");
  }

  private Path kept() {
    return cluster.folder().resolve("password.older");
  }
}
