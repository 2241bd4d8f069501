package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two configuration files of the embedded database, written anew at every start.
 *
 * <p>
 * Durability is never traded for speed: fsync, full pages and synchronous commit stay on. Bulk intake gets its speed
 * from few checkpoints (a large {@code max_wal_size}), a WAL buffer of one segment, and {@code wal_level=minimal}: there
 * is no standby, and what is copied into a table made in the same transaction is synced once instead of being logged.
 * The log never carries a statement, a parameter or a row, because those may be personal.
 */
record ClusterSettings(int port) {
  private static final String SETTINGS = """
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 64
      password_encryption = 'scram-sha-256'

      fsync = on
      synchronous_commit = on
      full_page_writes = on
      data_sync_retry = off

      shared_buffers = 128MB
      effective_cache_size = 1GB
      work_mem = 8MB
      maintenance_work_mem = 128MB
      wal_level = minimal
      max_wal_senders = 0
      wal_buffers = 16MB
      min_wal_size = 256MB
      max_wal_size = 8GB
      checkpoint_timeout = 30min
      random_page_cost = 1.1
      jit = off

      log_destination = 'stderr'
      logging_collector = off
      log_line_prefix = '%%m [%%p] '
      log_error_verbosity = terse
      log_min_error_statement = panic
      log_statement = 'none'
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_checkpoints = off

      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      """;
  private static final String ACCESS = """
      # only over the loopback interface, only with the password
      host all all 127.0.0.1/32 scram-sha-256
      """;

  void write(Path data) throws IOException {
    Files.writeString(data.resolve("postgresql.conf"), SETTINGS.formatted(port));
    Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
  }
}
