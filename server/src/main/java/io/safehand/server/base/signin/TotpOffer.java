package io.safehand.server.base.signin;

/**
 * A secret that an authenticator app may take. Prints nothing.
 *
 * @param secret in base 32, to be typed
 * @param address {@code otpauth://…}, to be drawn as a picture
 * @param carried the offer itself, sealed: the page carries it and gives it back with a code
 */
public record TotpOffer(Secret secret, Secret address, String carried) {
  @Override
  public String toString() {
    return "•••";
  }
}
