package io.safehand.server.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the database is and who we are there. Never prints the password. */
public record DatabaseAddress(String url, String user, String password) {
  Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(url, login);
  }

  @Override
  public String toString() {
    return user + "@" + url.replaceFirst("\\?.*", "");
  }
}
