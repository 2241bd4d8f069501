package io.safehand.server.base.signin;

import java.time.Clock;
import java.time.Duration;

/** An authenticator app in a test: it knows a secret and the time. */
public final class Authenticator {
  private final byte[] secret;
  private final Clock clock;

  public Authenticator(Secret secret, Clock clock) {
    this(secret.exposed(), clock);
  }

  /** @param secret as a person types it from the page */
  public Authenticator(String secret, Clock clock) {
    this.secret = Base32.decode(secret);
    this.clock = clock;
  }

  public String code() {
    return code(Duration.ZERO);
  }

  /** What it shows when its own clock is off by so much. */
  public String code(Duration off) {
    return Totp.USUAL.code(secret, Totp.step(clock.instant().plus(off)));
  }
}
