package io.safehand.server.base.keys;

/** The server has not been unsealed yet: no key is open. */
public final class Sealed extends RuntimeException {
  private static final long serialVersionUID = 1;

  Sealed() {
    super("the server is sealed; unseal it first");
  }
}
