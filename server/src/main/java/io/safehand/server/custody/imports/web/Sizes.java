package io.safehand.server.custody.imports.web;

import io.safehand.server.custody.imports.ImportJobs;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What says beforehand that it is too large is refused before a byte of it is read. */
final class Sizes {
  private Sizes() {}

  static void require(HttpServletRequest request) {
    if (request.getContentLengthLong() > ImportJobs.MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
  }
}
