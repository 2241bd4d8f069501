package io.safehand.server.custody.notices;

import java.util.UUID;

/** A notice campaign of one company. */
public record CampaignId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
