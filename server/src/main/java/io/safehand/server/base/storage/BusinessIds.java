package io.safehand.server.base.storage;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fresh ids for business things: UUID version 7, so that rows of one time lie together. May be used by many threads. */
@Component
public final class BusinessIds {
  private final Clock clock;
  private final SecureRandom random;

  public BusinessIds(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    byte[] bits = new byte[10];
    random.nextBytes(bits);
    ByteBuffer chance = ByteBuffer.wrap(bits);
    long high = clock.millis() << 16 | 0x7000 | chance.getShort() & 0x0fff;
    long low = 0x8000_0000_0000_0000L | chance.getLong() & 0x3fff_ffff_ffff_ffffL;
    return new UUID(high, low);
  }
}
