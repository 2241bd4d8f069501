package io.safehand.core.custody.stored;

import java.util.function.Function;

/** One company's stored custody. What is done inside one call becomes durable as a whole, or not at all. */
public interface CustodyStore {
  /** Runs the work in one transaction over one snapshot and returns its answer once it is durable. */
  <T> T together(Function<Custody, T> work);

  /** The same, where everything the work reads is of one moment. Not within another call. */
  <T> T inSnapshot(Function<Custody, T> work);
}
