package io.safehand.server.site.console;

/** Where a person is led to after a step between. */
final class Places {
  private Places() {}

  /** The path itself when it is one of this server, else the home page: nobody is led elsewhere. */
  static String within(String path) {
    return path.matches("/[A-Za-z0-9_-][A-Za-z0-9/_.-]*") ? path : "/";
  }
}
