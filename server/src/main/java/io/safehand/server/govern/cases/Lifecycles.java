package io.safehand.server.govern.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The lifecycle of each kind of case. */
@Component
final class Lifecycles {
  private final Map<String, Lifecycle> kinds = new TreeMap<>();

  Lifecycles() {
    try {
      for (Resource file : new PathMatchingResourcePatternResolver()
          .getResources("classpath:lifecycles/*.yaml")) {
        try (InputStream from = file.getInputStream()) {
          Lifecycle lifecycle = LifecycleFile.parse(new String(from.readAllBytes(), StandardCharsets.UTF_8));
          kinds.put(lifecycle.kind(), lifecycle);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** @throws IllegalArgumentException when there is no such kind */
  public Lifecycle of(String kind) {
    Lifecycle lifecycle = kinds.get(kind);
    if (lifecycle == null) {
      throw new IllegalArgumentException("no case is of the kind " + kind);
    }
    return lifecycle;
  }
}
