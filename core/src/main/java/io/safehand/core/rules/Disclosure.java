package io.safehand.core.rules;

import io.safehand.core.inventory.Basis;

/** The decision about one field: in which form it may be seen and on which basis, or why not. */
public sealed interface Disclosure {
  record Full(Basis basis) implements Disclosure {}

  record Masked(Basis basis) implements Disclosure {}

  /** A random-looking stand-in that is stable for one person within one deal and purpose. */
  record Pseudonym(Basis basis) implements Disclosure {}

  record Withheld(Reason reason) implements Disclosure {}

  default boolean opens() {
    return !(this instanceof Withheld);
  }
}
