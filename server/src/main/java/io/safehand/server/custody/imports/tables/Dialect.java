package io.safehand.server.custody.imports.tables;

import java.util.Properties;

/** The databases that can be read, each with the options that keep its driver from doing anything else. */
public enum Dialect {
  POSTGRESQL("org.postgresql.Driver", 5432, '"', " fetch first %d rows only") {
    @Override
    String url(TableSource source) {
      return "jdbc:postgresql://" + source.host() + ":" + source.port() + "/" + source.database();
    }

    @Override
    void options(TableSource source, Properties options) {
      options.setProperty("sslmode", switch (source.tls()) {
        case VERIFIED -> "verify-full";
        case ENCRYPTED -> "require";
        case OFF -> "disable";
      });
      options.setProperty("readOnly", "true");
      options.setProperty("readOnlyMode", "always");
      options.setProperty("connectTimeout", "10");
      options.setProperty("socketTimeout", "120");
      options.setProperty("logServerErrorDetail", "false");
      options.setProperty("ApplicationName", "safehand");
    }
  },
  MYSQL("com.mysql.cj.jdbc.Driver", 3306, '`', " limit %d") {
    @Override
    String url(TableSource source) {
      return "jdbc:mysql://" + source.host() + ":" + source.port() + "/" + source.database();
    }

    @Override
    void options(TableSource source, Properties options) {
      options.setProperty("sslMode", switch (source.tls()) {
        case VERIFIED -> "VERIFY_IDENTITY";
        case ENCRYPTED -> "REQUIRED";
        case OFF -> "DISABLED";
      });
      options.setProperty("allowLoadLocalInfile", "false");
      options.setProperty("allowUrlInLocalInfile", "false");
      options.setProperty("allowMultiQueries", "false");
      options.setProperty("autoDeserialize", "false");
      options.setProperty("useCursorFetch", "true");
      options.setProperty("connectTimeout", "10000");
      options.setProperty("socketTimeout", "120000");
    }
  },
  SQLSERVER("com.microsoft.sqlserver.jdbc.SQLServerDriver", 1433, '"',
      " offset 0 rows fetch next %d rows only") {
    @Override
    String url(TableSource source) {
      return "jdbc:sqlserver://" + source.host() + ":" + source.port();
    }

    @Override
    void options(TableSource source, Properties options) {
      options.setProperty("databaseName", source.database());
      options.setProperty("encrypt", source.tls() == TableSource.Tls.OFF ? "false" : "true");
      options.setProperty("trustServerCertificate",
          source.tls() == TableSource.Tls.VERIFIED ? "false" : "true");
      options.setProperty("applicationIntent", "ReadOnly");
      options.setProperty("loginTimeout", "10");
      options.setProperty("socketTimeout", "120000");
    }
  };

  private final String driver;
  private final int usualPort;
  private final char quote;
  private final String first;

  Dialect(String driver, int usualPort, char quote, String first) {
    this.driver = driver;
    this.usualPort = usualPort;
    this.quote = quote;
    this.first = first;
  }

  abstract String url(TableSource source);

  abstract void options(TableSource source, Properties options);

  String driver() {
    return driver;
  }

  public int usualPort() {
    return usualPort;
  }

  String quoted(String name) {
    return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
  }

  /** Behind {@code order by}. */
  String first(int rows) {
    return String.format(java.util.Locale.ROOT, first, rows);
  }
}
