package io.safehand.server.deal.leaving;

import java.util.UUID;

/** Names a copy. */
public record CopyId(UUID value) {
  /** As matters and runs name what they are about. */
  public String subject() {
    return "copies/" + value;
  }

  static CopyId of(String subject) {
    return new CopyId(UUID.fromString(subject.substring(subject.indexOf('/') + 1)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
