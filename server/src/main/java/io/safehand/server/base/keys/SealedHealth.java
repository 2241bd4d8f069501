package io.safehand.server.base.keys;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A sealed server is not ready: it answers nothing but health. */
@Component
final class SealedHealth implements HealthIndicator {
  private final Unsealing unsealing;

  SealedHealth(Unsealing unsealing) {
    this.unsealing = unsealing;
  }

  @Override
  public Health health() {
    return unsealing.isOpen() ? Health.up().build() : Health.outOfService().build();
  }
}
