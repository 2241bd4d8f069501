package io.safehand.server.base.messages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Where letters end when they shall not leave this process. It keeps none of them; who plays the people that get them
 * listens. May be used by many threads.
 */
@Component
public final class Sink {
  private final List<Consumer<Letter>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong taken = new AtomicLong();

  /** Until it is closed, somebody listens. */
  public interface Hearing extends AutoCloseable {
    @Override
    void close();
  }

  /** Is told of every letter from now on, in the thread that sends it. */
  public Hearing listen(Consumer<Letter> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** How many letters ended here. */
  public long taken() {
    return taken.get();
  }

  Post open() {
    return new Post() {
      @Override
      public Posted post(Letter letter) {
        taken.incrementAndGet();
        listeners.forEach(listener -> listener.accept(letter));
        return new Posted(Posted.Outcome.TAKEN, "sink");
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
