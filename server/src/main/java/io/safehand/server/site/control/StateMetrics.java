package io.safehand.server.site.control;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.safehand.server.base.keys.Keys;
import org.springframework.stereotype.Component;

/** Whether this server is open, as a number. */
@Component
final class StateMetrics implements MeterBinder {
  private final Keys keys;

  StateMetrics(Keys keys) {
    this.keys = keys;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("safehand.open", keys, each -> each.isOpen() ? 1 : 0)
        .description("1 while keys are open, 0 while sealed")
        .register(registry);
  }
}
