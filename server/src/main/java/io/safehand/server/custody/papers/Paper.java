package io.safehand.server.custody.papers;

import io.safehand.core.person.PersonId;
import java.util.Optional;

/**
 * A filed paper, without what is on it.
 *
 * @param person whom it concerns; empty for one of the company's own
 * @param sha256 of what is on it, 64 hexadecimal digits
 */
public record Paper(PaperId id, Optional<PersonId> person, Kind kind, long bytes, String sha256) {
  /** What may be filed: what a browser shows without running anything. */
  public enum Kind {
    PNG("image/png"), JPEG("image/jpeg"), PDF("application/pdf"), TEXT("text/plain; charset=utf-8");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }
}
