package io.safehand.server.deal.handover.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that the browser saves and never shows. */
final class Attached {
  private Attached() {}

  static HttpHeaders as(String name) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
    return headers;
  }

  static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok().headers(as(name)).contentType(type).body(bytes);
  }
}
