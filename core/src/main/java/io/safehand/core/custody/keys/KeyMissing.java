package io.safehand.core.custody.keys;

import io.safehand.core.person.PersonId;

/** A record names a key that the key tree does not hold for that person: an alarm, nothing is opened. */
public final class KeyMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  public KeyMissing(PersonId person) {
    super("the key tree holds no such key for person " + person);
  }
}
