package io.safehand.server;

import io.safehand.server.start.FreshPlaces;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application without its web server: every door can be injected, and the clock is a
 * {@link io.safehand.server.start.SettableClock}. Classes with the same properties share one application, so a test
 * makes companies of its own; {@code @DirtiesContext} gives it an application of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {"safehand.clock=settable",
  "safehand.clock-start=2026-01-05T01:00:00Z", "safehand.unseal.mode=S0", "safehand.webhooks.seconds=0",
  "safehand.mail.inside=true"})
@Execution(ExecutionMode.SAME_THREAD)
@ContextConfiguration(initializers = FreshPlaces.class)
public @interface SafehandTest {}
